import { ChangeField } from "@/app/[locale]/admin/change/change-field";
import { defaultPhoneCountry } from "@/lib/auth/default-phone-country";
import { getLocale } from "@/lib/i18n/page-translations";
import type { Registration } from "@/lib/users/registration-schema";

/** Username, email and phone in a ChangeForm. Not of type email: a browser's own check would come before our sentences. */
export async function ProfileFields({ profile }: { profile?: Registration }) {
  const country = defaultPhoneCountry().nameIn(await getLocale());
  const plain = { autoComplete: "off", autoCapitalize: "none", spellCheck: false };
  return (
    <>
      <ChangeField
        name="username"
        label="Username"
        hint="Shown in the shop. Letters, digits, dots, dashes, underscores."
        defaultValue={profile?.username}
        {...plain}
      />
      <ChangeField name="email" label="Email" inputMode="email" defaultValue={profile?.email} {...plain} />
      <ChangeField
        name="phone"
        label="Phone number"
        hint={`Such as +44 20 7946 0018. For ${country} numbers the country code may be left out.`}
        type="tel"
        defaultValue={profile?.phone}
        autoComplete="off"
      />
    </>
  );
}
