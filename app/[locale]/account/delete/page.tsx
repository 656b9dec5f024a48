import type { Metadata } from "next";
import { ActForm } from "@/app/passkey-proof/act-form";
import { ProofNote } from "@/app/passkey-proof/proof-note";
import { chooseProofWay } from "@/app/passkey-proof/proof-way";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { deletionNotices, findMessage, messages } from "@/lib/auth/messages";
import { readDeletionStanding } from "@/lib/auth/read-deletion-standing";
import { maskEmail } from "@/lib/identifier";
import { keptDays } from "@/lib/kept-days";
import { hasWorkingPasskey } from "@/lib/passkeys/has-working-passkey";
import { deletionWaitDays } from "@/lib/users/deletion-wait";
import { deleteAccountAction } from "./actions";

export const metadata: Metadata = { title: "Delete your account", robots: { index: false } };

const path = "/account/delete";

type DeleteAccountPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeleteAccountPage({ searchParams }: DeleteAccountPageProps) {
  const session = await requireSession(path);
  const [{ isLastAdmin, act, needsPasskey, isProven }, hasPasskey] = await orUnavailable(() =>
    Promise.all([readDeletionStanding(session), hasWorkingPasskey(session.user.id)]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = isProven ? null : findMessage(code, deletionNotices);
  const way = chooseProofWay({ hasPasskey, needsPasskey }, confirm);
  const { email } = session.user;
  return (
    <PageShell>
      <PageHeading title="Delete your account?" />
      <div className="grid max-w-reading gap-6">
        {notice ? <Alert tone="warning">{notice}</Alert> : null}
        {isProven && !isLastAdmin ? <Alert tone="success">{messages.DELETION_PROOF_DONE}</Alert> : null}
        <Card className="grid gap-6">
          <Consequences
            title="At once"
            sentences={[
              "Your account is closed. You are logged out here and everywhere else, and nobody can log in to it.",
              `We write to ${email}: when it will be gone, and a link that keeps it.`,
            ]}
          />
          <Consequences
            title={`For ${deletionWaitDays} days`}
            sentences={[
              "You can keep the account: by that link, or by logging in, which then asks you.",
              "Your username and email stay taken, a verified phone number too.",
            ]}
          />
          <Consequences
            title="Then, for good"
            sentences={[
              "Gone are your details, passkeys, and the requests for codes to your address. Nobody can bring them back.",
              `Kept in the audit trail for ${keptDays.auditEvent} days after each entry: what was done, by a number without your name, with the masked address (${maskEmail(email)}), from which network address and browser.`,
              "Username, email and phone number are free for a new account.",
            ]}
          />
          {isLastAdmin ? (
            <Alert tone="warning" title="You cannot leave yet">
              {messages.LAST_ADMIN}
            </Alert>
          ) : needsPasskey && !hasPasskey ? (
            <Alert tone="warning" title="You have no passkey that works">
              {messages.DELETION_NEEDS_PASSKEY}
            </Alert>
          ) : (
            <>
              <ActForm
                act={act}
                way={way}
                path={path}
                isProven={isProven}
                action={deleteAccountAction}
                button={{ variant: "danger", children: "Delete my account" }}
              />
              {isProven ? (
                <p className="text-fine text-ink-muted">This closes your account now.</p>
              ) : (
                <ProofNote way={way} act="delete-account" path={path} hasPasskey={hasPasskey} />
              )}
            </>
          )}
        </Card>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/account/data">Back to your data</TextLink>
        </p>
      </div>
    </PageShell>
  );
}

function Consequences({ title, sentences }: { title: string; sentences: string[] }) {
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="grid list-disc gap-1.5 ps-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
