import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { findCurrentUser } from "@/lib/auth/current-user";
import { pathWith } from "@/lib/auth/path-with";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { RecoveryForm } from "./recovery-form";

export const metadata: Metadata = { title: "Log in with a recovery code" };

type RecoveryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecoveryPage({ searchParams }: RecoveryPageProps) {
  const next = safePath((await searchParams).next);
  // A database that does not answer is no reason to hide the form: the action says what is wrong.
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);
  return (
    <LoginShell
      title="Log in with a recovery code"
      lead="One of the ten codes that you printed or saved. It works once."
      after={
        <TextLink href={pathWith("/login", { next })} prefetch={false}>
          Log in with a code from the mail
        </TextLink>
      }
    >
      <RecoveryForm next={next} />
      <LoginWatch />
      <p className="text-fine text-ink-muted">
        No code, no passkey and no mailbox? Write to the shop. Staff can give your account another address, after a
        wait.
      </p>
    </LoginShell>
  );
}
