import type { Metadata } from "next";
import { ChangeForm } from "@/app/[locale]/account/change-form";
import { ChangeProof } from "@/app/[locale]/account/change-proof";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { findMessage, messages, profileNotices } from "@/lib/auth/messages";
import { readProfileProof } from "@/lib/auth/read-profile-proof";
import { hasWorkingPasskey } from "@/lib/passkeys/has-working-passkey";
import { askForEmailAction, proveBeforeEmailAction } from "./actions";

export const metadata: Metadata = { title: "Change your email address", robots: { index: false } };

const path = "/account/email";

type EmailPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EmailPage({ searchParams }: EmailPageProps) {
  const session = await requireSession(path);
  const [proof, hasPasskey] = await orUnavailable(() =>
    Promise.all([readProfileProof(session, "change-email"), hasWorkingPasskey(session.user.id)]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = findMessage(code, profileNotices);
  return (
    <PageShell>
      <PageHeading title="Change your email address" lead={`Your codes go to ${session.user.email} now.`} />
      <div className="grid max-w-reading gap-6">
        {notice ? <Alert tone="warning">{notice}</Alert> : null}
        {proof.isProven ? <Alert tone="success">{messages.EMAIL_PROOF_DONE}</Alert> : null}
        <Card className="grid gap-5">
          {proof.isProven ? (
            <ChangeForm
              action={askForEmailAction}
              field={{
                name: "email",
                label: "New email",
                hint: "We send a code there. Your address changes when you have entered it.",
                type: "email",
                inputMode: "email",
                autoComplete: "email",
              }}
              submit={{ label: "Send code", pendingLabel: "Sending…" }}
            />
          ) : (
            <>
              <ul className="grid list-disc gap-1.5 ps-5">
                <li>You confirm that it is you, and enter a code that we send to the new address.</li>
                <li>We tell both addresses. For seven days a link in the mail to the old one takes the change back.</li>
                <li>Codes and links in mails to the old address stop working. Passkeys stay.</li>
              </ul>
              <ChangeProof
                proof={proof}
                hasPasskey={hasPasskey}
                confirm={confirm}
                path={path}
                action={proveBeforeEmailAction}
                label="Change email"
              />
            </>
          )}
        </Card>
        <p>
          <TextLink href="/account">Back to your account</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
