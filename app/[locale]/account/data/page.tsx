import type { Metadata } from "next";
import { ActForm } from "@/app/passkey-proof/act-form";
import { ProofNote } from "@/app/passkey-proof/proof-note";
import { chooseProofWay } from "@/app/passkey-proof/proof-way";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { findMessage, messages, ownDataNotices } from "@/lib/auth/messages";
import { hasWorkingPasskey } from "@/lib/passkeys/has-working-passkey";
import { hasFreshProof } from "@/lib/step-up/fresh-proof";
import { deletionWaitDays } from "@/lib/users/deletion-wait";
import { proveBeforeExportAction } from "./actions";

export const metadata: Metadata = { title: "Your data", robots: { index: false } };

const path = "/account/data";

type OwnDataPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OwnDataPage({ searchParams }: OwnDataPageProps) {
  const session = await requireSession(path);
  const [isProven, hasPasskey] = await orUnavailable(() =>
    Promise.all([hasFreshProof(session.id, "export-data"), hasWorkingPasskey(session.user.id)]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = isProven ? null : findMessage(code, ownDataNotices);
  const way = chooseProofWay({ hasPasskey }, confirm);
  return (
    <PageShell>
      <PageHeading
        title="Your data"
        lead="What the shop holds about you is yours: take it with you, or have it deleted."
      />
      <div className="grid max-w-reading gap-6">
        {notice ? <Alert tone="warning">{notice}</Alert> : null}
        {isProven ? <Alert tone="success">{messages.EXPORT_PROOF_DONE}</Alert> : null}
        <Card className="grid justify-items-start gap-4">
          <h2 className="font-semibold text-heading">Download everything</h2>
          <p>
            One JSON file: your details, sessions, known browsers, passkeys, the requests for codes to your address, and
            what the audit trail says of you. It says of each part how long we keep it. No keys and no codes are in it.
          </p>
          {isProven ? (
            <form action="/account/data/file" method="post">
              <Button type="submit">Download</Button>
            </form>
          ) : (
            <>
              <ActForm
                act="export-data"
                way={way}
                path={path}
                isProven={false}
                action={proveBeforeExportAction}
                button={{ children: "Download your data" }}
              />
              <ProofNote way={way} act="export-data" path={path} hasPasskey={hasPasskey} />
            </>
          )}
        </Card>
        <Card className="grid justify-items-start gap-4">
          <h2 className="font-semibold text-heading">Delete your account</h2>
          <p>You see first what goes and what stays, and you have {deletionWaitDays} days to think again.</p>
          <ButtonLink href="/account/delete" variant="secondary" prefetch={false}>
            Delete your account
          </ButtonLink>
        </Card>
        <p>
          <TextLink href="/account">Back to your account</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
