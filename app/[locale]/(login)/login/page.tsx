import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { isChallengeId } from "@/lib/auth/challenge/challenge";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { findNotice, loginNotices } from "@/lib/http/notices";
import { defaultDestination, pathWith, safePath } from "@/lib/http/safe-redirect";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { LoginForm } from "./login-form";
import { PasskeyLogin } from "./passkey-login";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("title") };
}

type LoginPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const query = await searchParams;
  const next = safePath(query.next);
  const from = typeof query.from === "string" && isChallengeId(query.from) ? query.from : null;
  // In an outage the form stays; its action says so.
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);

  const notice = findNotice(query.notice, loginNotices) ?? (query.next === undefined ? null : "LOGIN_REQUIRED");
  const [t, feedback, fields] = await Promise.all([
    getTranslations("login"),
    getTranslations("feedback"),
    getTranslations("fields"),
  ]);
  const [words, proof] = await Promise.all([getWords("login"), getWords("stepUp")]);
  return (
    <LoginShell
      title={t("title")}
      lead={t("lead")}
      after={
        <>
          <p>
            {t.rich("newHere", {
              link: (chunks) => <TextLink href={pathWith("/register", { next, from })}>{chunks}</TextLink>,
            })}
          </p>
          <p className="mt-3">
            <a
              href={pathWith("/login/recovery", { next })}
              className="text-link relative after:absolute after:inset-x-0 after:-inset-y-3"
            >
              {t("recovery.title")}
            </a>
          </p>
        </>
      }
    >
      {notice ? <Alert tone="info">{feedback(notice)}</Alert> : null}
      <LoginForm next={next} words={{ ...words.form, email: fields("email.label") }} />
      <div className="grid gap-6 noscript:hidden">
        <PasskeyLogin
          notAsked={feedback("PASSKEY_NOT_ASKED")}
          unsupported={feedback("PASSKEYS_UNSUPPORTED")}
          unreached={proof.form.unreached}
        >
          {t("byPasskey")}
        </PasskeyLogin>
      </div>
      <noscript>{t("passkeyNeedsScript")}</noscript>
    </LoginShell>
  );
}
