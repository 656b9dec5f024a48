import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access-rules";
import { findEmailChange } from "@/lib/auth/undo-email-change";
import { utcTime } from "@/lib/utc-time";
import { undoEmailAction } from "./actions";

export const metadata: Metadata = { title: "Undo the change of your email", robots: { index: false } };

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

type UndoEmailPageProps = { params: Promise<{ token: string }> };

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function UndoEmailPage({ params }: UndoEmailPageProps) {
  const { token } = await params;
  const change = await orUnavailable(() => findEmailChange(token));
  if (change === null) notFound();
  if (change.state === "UNDONE") {
    return (
      <LoginShell
        title="The change is undone"
        after={
          <TextLink href="/login" prefetch={false}>
            Log in
          </TextLink>
        }
      >
        <FormMessage tone="success">The account has the address again that it had before.</FormMessage>
        <p className="text-ink-muted">
          Everybody is logged out. Log in with that address, and look at your passkeys and your phone number: remove
          what you do not know.
        </p>
      </LoginShell>
    );
  }
  return (
    <LoginShell
      title="Undo the change of the email address?"
      lead={`On ${utcTime(change.at)} an account got another email address. Until ${utcTime(change.until)} you can put it back.`}
      after={
        <TextLink href="/" prefetch={false}>
          It was me, leave it
        </TextLink>
      }
    >
      <div className="grid gap-2">
        <p className="font-semibold">If you press the button:</p>
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>The account has the address again that it had before, whatever was changed since.</li>
          <li>Everybody is logged out, and we treat every browser as unknown when it comes back.</li>
          <li>
            Passkeys that were added since, or in the week before, are removed. A phone number verified in that time is
            not verified any more.
          </li>
          <li>If recovery codes were made or used in that time, the whole list is void.</li>
          <li>If somebody asked since for the account to be deleted, it is kept.</li>
          <li>We tell both addresses.</li>
        </ul>
      </div>
      <form action={undoEmailAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block variant="danger" pendingLabel="Undoing…">
          Undo the change
        </SubmitButton>
      </form>
      <p className="text-fine text-ink-muted">If you leave this page, nothing changes. You are not logged in here.</p>
    </LoginShell>
  );
}
