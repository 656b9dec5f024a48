import type { Metadata } from "next";
import { ProofNote } from "@/app/passkey-proof/proof-note";
import { chooseProofWay } from "@/app/passkey-proof/proof-way";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { findMessage, messages, recoveryCodesNotices } from "@/lib/auth/messages";
import { type RecoveryCodes, readRecoveryCodes, readRecoveryCodesProof } from "@/lib/auth/read-recovery-codes";
import { recoveryCodeCount } from "@/lib/auth/recovery-code";
import { hasWorkingPasskey } from "@/lib/passkeys/has-working-passkey";
import { utcTime } from "@/lib/utc-time";
import { MakeCodes } from "./make-codes";

export const metadata: Metadata = { title: "Recovery codes", robots: { index: false } };

const path = "/account/recovery-codes";

type RecoveryCodesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecoveryCodesPage({ searchParams }: RecoveryCodesPageProps) {
  const session = await requireSession(path);
  const [codes, { act, needsPasskey, isProven }, hasPasskey] = await orUnavailable(() =>
    Promise.all([
      readRecoveryCodes(session.user.id),
      readRecoveryCodesProof(session),
      hasWorkingPasskey(session.user.id),
    ]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = isProven ? null : findMessage(code, recoveryCodesNotices);
  const way = chooseProofWay({ hasPasskey, needsPasskey }, confirm);
  const hasSome = codes.madeAt !== null;
  return (
    <PageShell>
      <PageHeading
        title="Recovery codes"
        lead="Ten codes on paper, for the day when you can read no mail from us and have no passkey at hand."
      />
      <div className="grid max-w-reading gap-6">
        <MakeCodes
          act={act}
          way={way}
          path={path}
          isProven={isProven}
          note={
            isProven ? null : (
              <ProofNote way={way} act={needsPasskey ? undefined : act} path={path} hasPasskey={hasPasskey} />
            )
          }
          button={{ variant: hasSome ? "secondary" : "primary", children: hasSome ? "Make new codes" : "Make codes" }}
        >
          {notice ? <Alert tone="danger">{notice}</Alert> : null}
          {isProven && !needsPasskey ? <Alert tone="success">{messages.RECOVERY_PROOF_DONE}</Alert> : null}
          <Card className="grid gap-3">
            <p className="font-semibold">{describe(codes)}</p>
            <p>
              Each code logs you in once, or confirms one change, such as another email address. We show them once and
              keep no copy. {hasSome ? "New ones make the old ones void." : ""}
            </p>
          </Card>
        </MakeCodes>
        <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
          <TextLink href="/account">Back to your account</TextLink>
          <TextLink href="/account/passkeys">Passkeys</TextLink>
        </p>
      </div>
    </PageShell>
  );
}

function describe({ left, madeAt }: RecoveryCodes): string {
  return madeAt === null
    ? "You have no recovery codes."
    : `You have ${left} of ${recoveryCodeCount} codes left, made on ${utcTime(madeAt)}.`;
}
