import { ChangeField } from "@/app/[locale]/admin/_change/change-form";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import type { Registration } from "@/lib/users/registration-schema";

/** Username, email and phone in a ChangeForm. Not of type email: a browser's own check would come before our sentences. */
export async function ProfileFields({ profile }: { profile?: Registration }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("fields")]);
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false, dir: "ltr" };
  return (
    <>
      <ChangeField
        name="username"
        label={t("username.label")}
        hint={t("username.hint")}
        defaultValue={profile?.username}
        {...plain}
      />
      <ChangeField name="email" label={t("email.label")} inputMode="email" defaultValue={profile?.email} {...plain} />
      <ChangeField
        name="phone"
        label={t("phone.label")}
        hint={t("phone.hint", { country: defaultPhoneCountry().nameIn(locale) })}
        type="tel"
        defaultValue={profile?.phone}
        autoComplete="off"
        dir="ltr"
      />
    </>
  );
}
