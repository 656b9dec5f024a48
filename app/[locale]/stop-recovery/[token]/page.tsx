import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access-rules";
import { findRecoveryToStop } from "@/lib/auth/stop-recovery";
import { utcTime } from "@/lib/utc-time";
import { stopRecoveryByLinkAction } from "./actions";

export const metadata: Metadata = { title: "Keep your address", robots: { index: false } };

// What the page shows changes with the press of its button, so no copy of it may be kept.
export const dynamic = "force-dynamic";

/** Opened by GET it changes nothing, however often and by whatever: scanners of mails open every link. */
export default async function StopRecoveryPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const recovery = await orUnavailable(() => findRecoveryToStop(token));
  if (recovery === null) notFound();
  if (recovery.state === "STOPPED") {
    return (
      <LoginShell
        title="Your account keeps its address"
        after={
          <TextLink href="/login" prefetch={false}>
            Log in
          </TextLink>
        }
      >
        <FormMessage tone="success">It is stopped. Nothing was changed.</FormMessage>
      </LoginShell>
    );
  }
  return (
    <LoginShell
      title="Did you lose your account?"
      lead={`Someone told the shop so, and asks for another address. After ${utcTime(recovery.dueAt)} the shop may give it to them.`}
      after={
        <TextLink href="/" prefetch={false}>
          It was me, leave it
        </TextLink>
      }
    >
      <div className="grid gap-2">
        <p className="font-semibold">If you press the button:</p>
        <ul className="grid list-disc gap-1.5 pl-5">
          <li>Your account keeps its address. Nothing else changes, and nobody is logged out.</li>
          <li>The shop sees that you have stopped it.</li>
        </ul>
      </div>
      <form action={stopRecoveryByLinkAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block pendingLabel="Stopping…">
          Stop this
        </SubmitButton>
      </form>
      <p className="text-fine text-ink-muted">If you leave this page, nothing changes. You are not logged in here.</p>
    </LoginShell>
  );
}
