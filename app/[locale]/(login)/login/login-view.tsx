import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { MessageCode } from "@/lib/http/notices";
import { pathWith } from "@/lib/http/safe-redirect";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { LoginForm } from "./login-form";
import { PasskeyLogin } from "./passkey-login";

type LoginViewProps = { next?: string | null; from?: string | null; notice?: MessageCode | null };

/** Without props the page of a stranger, the same for all: it may hold nothing about a visitor. */
export async function LoginView({ next = null, from = null, notice = null }: LoginViewProps) {
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
              link: (chunks) => (
                <TextLink href={pathWith("/register", { next, from })} prefetch={false}>
                  {chunks}
                </TextLink>
              ),
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
