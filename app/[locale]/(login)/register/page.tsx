import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { findTypedRegistration } from "@/lib/auth/challenge/typed-registration";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { findNotice, registerNotices } from "@/lib/http/notices";
import { defaultDestination, pathWith, safePath } from "@/lib/http/safe-redirect";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { RegisterForm } from "./register-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

type RegisterPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RegisterPage({ searchParams }: RegisterPageProps) {
  const query = await searchParams;
  const key = await findChallengeKey();
  // In an outage the form stays; its action says so.
  const typed = await findTypedRegistration(query.from, key).catch(() => null);
  const next = safePath(query.next) ?? typed?.returnTo ?? null;
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);
  const notice = findNotice(query.notice, registerNotices);

  const [t, feedback, fields] = await Promise.all([
    getTranslations("register"),
    getTranslations("feedback"),
    getTranslations("fields"),
  ]);
  const country = defaultPhoneCountry();
  return (
    <LoginShell
      title={t("title")}
      lead={t("lead")}
      after={t.rich("alreadyMember", {
        link: (chunks) => (
          <TextLink href={pathWith("/login", { next, from: typed && String(query.from) })}>{chunks}</TextLink>
        ),
      })}
    >
      {notice ? <Alert tone="warning">{feedback(notice)}</Alert> : null}
      <RegisterForm
        next={next}
        country={country.code}
        phoneHint={fields("phone.hint", { country: country.nameIn(await getLocale()) })}
        words={(await getWords("register")).form}
        fields={await getWords("fields")}
        typed={typed?.values}
      />
      <LoginWatch />
    </LoginShell>
  );
}
