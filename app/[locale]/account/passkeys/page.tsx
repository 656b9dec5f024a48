import type { Metadata } from "next";
import { headers } from "next/headers";
import { ProofNote } from "@/app/passkey-proof/proof-note";
import { chooseProofWay } from "@/app/passkey-proof/proof-way";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { findMessage, messages, passkeyNotices } from "@/lib/auth/messages";
import { readPasskeyProofs } from "@/lib/auth/read-passkey-proofs";
import { readRecoveryCodes } from "@/lib/auth/read-recovery-codes";
import { describeDevice } from "@/lib/auth/visitor";
import { getLocale } from "@/lib/i18n/page-translations";
import { listPasskeys } from "@/lib/passkeys/list-passkeys";
import { AddFirst } from "./add-first";
import { AddPasskeyForm } from "./add-passkey-form";
import { PasskeyItem } from "./passkey-item";
import { RecoveryCodesOffer } from "./recovery-codes-offer";

export const metadata: Metadata = { title: "Passkeys", robots: { index: false } };

const path = "/account/passkeys";

type PasskeysPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PasskeysPage({ searchParams }: PasskeysPageProps) {
  const session = await requireSession(path);
  const { notice: code, confirm } = await searchParams;
  const [passkeys, { needsPasskey, addingAct, removalAct, isAddingProven, isRemovalProven }, recoveryCodes] =
    await orUnavailable(() =>
      Promise.all([listPasskeys(session.user.id), readPasskeyProofs(session), readRecoveryCodes(session.user.id)]),
    );
  const hasPasskey = passkeys.some(({ isClosed }) => !isClosed);
  const way = chooseProofWay({ hasPasskey, needsPasskey }, confirm);
  const notice = findMessage(code, passkeyNotices);
  return (
    <PageShell>
      <PageHeading
        title="Passkeys"
        lead="Log in with a fingerprint, your face or the PIN of your device instead of a code. No false shop can use a passkey."
      />
      <div className="grid max-w-reading gap-6">
        {notice ? (
          <Alert
            tone={
              code === "PASSKEY_NAME_INVALID" || code === "PASSKEY_PROOF_NEEDED" || code === "STEP_UP_ENDED"
                ? "danger"
                : "success"
            }
          >
            {notice}
          </Alert>
        ) : null}
        {code === "PASSKEY_ADDED" && recoveryCodes.left === 0 ? <RecoveryCodesOffer /> : null}
        {isAddingProven ? <Alert tone="success">{messages.PASSKEY_PROOF_DONE}</Alert> : null}
        {isRemovalProven && !needsPasskey && passkeys.length > 0 ? (
          <Alert tone="success">{messages.PASSKEY_REMOVAL_PROOF_DONE}</Alert>
        ) : null}
        <Card>
          {passkeys.length === 0 ? <p>You have no passkey yet.</p> : null}
          <ul className="divide-y divide-line empty:hidden">
            {passkeys.map((passkey, index) => (
              <PasskeyItem
                key={passkey.id}
                passkey={passkey}
                index={index}
                removal={{ act: removalAct, way, path, isProven: isRemovalProven }}
              />
            ))}
          </ul>
        </Card>
        {isAddingProven ? (
          <Card>
            <AddPasskeyForm suggestedName={describeDevice((await headers()).get("user-agent"), await getLocale())} />
            <noscript>
              Your browser makes a passkey by JavaScript. Turn it on for this page, and load it again.
            </noscript>
          </Card>
        ) : (
          <AddFirst way={way} act={addingAct} hasPasskey={hasPasskey} />
        )}
        {way === "passkey-alone" && !hasPasskey ? null : (
          <ProofNote way={way} act={needsPasskey ? undefined : addingAct} path={path} hasPasskey={hasPasskey} />
        )}
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/account">Back to your account</TextLink>
          <TextLink href="/account/recovery-codes">Recovery codes</TextLink>
          <TextLink href="/account/sessions">Where you are logged in</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
