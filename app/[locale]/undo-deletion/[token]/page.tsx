import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access-rules";
import { findAccountToKeep } from "@/lib/auth/keep-account";
import { messages } from "@/lib/auth/messages";
import { utcTime } from "@/lib/utc-time";
import { keepAccountAction } from "./actions";

export const metadata: Metadata = { title: "Keep your account", robots: { index: false } };

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

type UndoDeletionPageProps = { params: Promise<{ token: string }> };

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function UndoDeletionPage({ params }: UndoDeletionPageProps) {
  const { token } = await params;
  const account = await orUnavailable(() => findAccountToKeep(token));
  if (account === null) notFound();
  if (account.state === "KEPT") {
    return (
      <LoginShell
        title="Your account stays"
        after={
          <TextLink href="/login" prefetch={false}>
            Log in
          </TextLink>
        }
      >
        <FormMessage tone="success">
          {account.isDisabled ? "It will not be deleted." : "It will not be deleted. Log in as always."}
        </FormMessage>
        <p className="text-ink-muted">
          {account.isDisabled
            ? messages.ACCOUNT_DISABLED
            : "Your passkeys still work. If you did not ask for the deletion yourself, look at them first, and remove those that you do not know."}
        </p>
      </LoginShell>
    );
  }
  return (
    <LoginShell
      title="Keep your account?"
      lead={`You asked for it to be deleted. On ${utcTime(account.dueAt)} or within a day of it, it goes for good. Until then nobody can log in to it.`}
      after={
        <TextLink href="/" prefetch={false}>
          Leave it to be deleted
        </TextLink>
      }
    >
      <div className="grid gap-2">
        <p className="font-semibold">If you press the button:</p>
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>Your account is not deleted. Your details and passkeys are as they were.</li>
          <li>
            {account.isDisabled
              ? "You cannot log in to it: it was closed by the shop, and stays so."
              : "You log in again, with a code or a passkey."}
          </li>
          <li>We tell you by email.</li>
        </ul>
      </div>
      <form action={keepAccountAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block pendingLabel="Keeping…">
          Keep my account
        </SubmitButton>
      </form>
      <p className="text-fine text-ink-muted">If you leave this page, nothing changes. You are not logged in here.</p>
    </LoginShell>
  );
}
