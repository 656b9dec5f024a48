import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { isChallengeId } from "@/lib/auth/challenge";
import { findCurrentUser } from "@/lib/auth/current-user";
import { findMessage, loginNotices, messages } from "@/lib/auth/messages";
import { pathWith } from "@/lib/auth/path-with";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { LoginForm } from "./login-form";
import { PasskeyLogin } from "./passkey-login";

export const metadata: Metadata = { title: "Log in" };

type LoginPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const query = await searchParams;
  const next = safePath(query.next);
  const from = typeof query.from === "string" && isChallengeId(query.from) ? query.from : null;
  // A database that does not answer is no reason to hide the form: the action says what is wrong.
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);

  const notice = findMessage(query.notice, loginNotices) ?? (query.next === undefined ? null : messages.LOGIN_REQUIRED);
  return (
    <LoginShell
      title="Log in"
      lead="No password here. We send a code to your email, and you type it in."
      after={
        <>
          <p>
            New here? <TextLink href={pathWith("/register", { next, from })}>Create an account</TextLink>
          </p>
          <p className="mt-3">
            <a
              href={pathWith("/login/recovery", { next })}
              className="text-link relative after:absolute after:inset-x-0 after:-inset-y-3"
            >
              Log in with a recovery code
            </a>
          </p>
        </>
      }
    >
      {notice ? <Alert tone="info">{notice}</Alert> : null}
      <LoginForm next={next} />
      <div className="grid gap-6 noscript:hidden">
        <PasskeyLogin>Log in with a passkey</PasskeyLogin>
      </div>
      <noscript>A passkey needs JavaScript. The code works without it.</noscript>
    </LoginShell>
  );
}
