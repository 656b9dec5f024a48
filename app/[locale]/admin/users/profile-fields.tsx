import { ChangeField } from "@/app/[locale]/admin/_change/change-form";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { type PersonField, personFieldNames, personFields } from "@/lib/users/person-fields";

type ProfileFieldsProps = { profile?: Record<PersonField, string> };

/** Neither required nor of type email, so that our sentences come before the browser's. */
export async function ProfileFields({ profile }: ProfileFieldsProps) {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("fields"), getWords("fields")]);
  const hints: Partial<Record<PersonField, string>> = {
    phone: t("phone.hint", { country: defaultPhoneCountry().nameIn(locale) }),
  };
  return (
    <>
      {personFieldNames.map((name) => {
        const { required: _, type, ...input } = personFields[name];
        const { label, hint }: { label: string; hint?: string } = words[name];
        return (
          <ChangeField
            key={name}
            name={name}
            label={label}
            hint={hints[name] ?? hint}
            type={type === "email" ? undefined : type}
            defaultValue={profile?.[name]}
            {...input}
            autoComplete="off"
          />
        );
      })}
    </>
  );
}
