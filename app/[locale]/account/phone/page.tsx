import type { Metadata } from "next";
import { ContactChangePage } from "@/app/[locale]/account/contact-change-page";
import { askForPhoneAction, reauthenticateForPhoneAction } from "@/app/[locale]/account/profile-actions";
import { isolated } from "@/components/ui/rich-text";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { findWantedAddress } from "@/lib/auth/profile/change-email";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { arePhonesReached, defaultPhoneCountry } from "@/lib/phone/phone-channels";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("phone.title"), robots: { index: false } };
}

const path = "/account/phone";

type PhonePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PhonePage({ searchParams }: PhonePageProps) {
  const session = await requireSession(path);
  const wanted = await orUnavailable(() => findWantedAddress(session, "VERIFY_PHONE"));
  const { phone, phoneVerified } = session.user;
  const [t, fields, feedback, locale] = await Promise.all([
    getTranslations("profile"),
    getTranslations("fields"),
    getTranslations("feedback"),
    getLocale(),
  ]);
  return (
    <ContactChangePage
      session={session}
      change="change-phone"
      path={path}
      query={await searchParams}
      title={t("phone.title")}
      lead={t.rich(phoneVerified === null ? "phone.leadUnverified" : "phone.leadVerified", { phone, ...isolated })}
      steps={[t(arePhonesReached() ? "phone.steps.confirm" : "phone.steps.confirmWithoutTexts"), t("phone.steps.told")]}
      start={{
        action: reauthenticateForPhoneAction,
        label: t(phoneVerified === null ? "phone.startUnverified" : "phone.start"),
      }}
      reauthenticated={feedback("PHONE_CONFIRMED")}
      form={{
        action: askForPhoneAction,
        field: {
          name: "phone",
          label: fields("phone.label"),
          hint: fields("phone.hint", { country: defaultPhoneCountry().nameIn(locale) }),
          type: "tel",
          autoComplete: "tel",
          defaultValue: wanted ?? phone,
        },
        submit: arePhonesReached()
          ? { label: t("sendCode"), pendingLabel: t("sending") }
          : { label: t("save"), pendingLabel: t("saving") },
      }}
    />
  );
}
