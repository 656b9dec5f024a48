import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { findChallengeKey } from "@/lib/auth/browser-key";
import { findCurrentUser } from "@/lib/auth/current-user";
import { defaultPhoneCountry } from "@/lib/auth/default-phone-country";
import { findMessage, registerNotices } from "@/lib/auth/messages";
import { pathWith } from "@/lib/auth/path-with";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { findTypedRegistration } from "@/lib/auth/typed-registration";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: "Create account" };

type RegisterPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RegisterPage({ searchParams }: RegisterPageProps) {
  const query = await searchParams;
  const key = await findChallengeKey();
  // A database that does not answer is no reason to hide the form: the action says what is wrong.
  const typed = await findTypedRegistration(query.from, key).catch(() => null);
  const next = safePath(query.next) ?? typed?.returnTo ?? null;
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);
  const notice = findMessage(query.notice, registerNotices);

  return (
    <LoginShell
      title="Create account"
      lead="No password to invent. We confirm your email with a code, and you are in."
      after={
        <>
          Already a member?{" "}
          <TextLink href={pathWith("/login", { next, from: typed && String(query.from) })}>Log in</TextLink>
        </>
      }
    >
      {notice ? <Alert tone="warning">{notice}</Alert> : null}
      <RegisterForm next={next} country={defaultPhoneCountry()} typed={typed?.values} />
      <LoginWatch />
    </LoginShell>
  );
}
