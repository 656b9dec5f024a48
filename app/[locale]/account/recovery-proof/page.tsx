import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { readRecoveryCodes } from "@/lib/auth/read-recovery-codes";
import { getWords } from "@/lib/i18n/page-translations";
import { actNames } from "@/lib/step-up/sensitive-acts";
import { readProofRequest } from "./proof-request";
import { RecoveryProofForm } from "./recovery-proof-form";

export const metadata: Metadata = { title: "Confirm with a recovery code", robots: { index: false } };

type RecoveryProofPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecoveryProofPage({ searchParams }: RecoveryProofPageProps) {
  const { act, next } = await searchParams;
  const request = readProofRequest({ act, next });
  const session = await requireSession(request?.back ?? "/account");
  if (request === null) {
    return (
      <PageShell>
        <PageHeading title="Confirm with a recovery code" lead="There is nothing to confirm." />
        <TextLink href="/account">Back to your account</TextLink>
      </PageShell>
    );
  }
  const { left } = await orUnavailable(() => readRecoveryCodes(session.user.id));
  return (
    <PageShell>
      <PageHeading title="Confirm with a recovery code" lead={`To ${actNames[request.act]}.`} />
      <div className="grid max-w-reading gap-6">
        {left === 0 ? (
          <Alert tone="warning" title="You have no recovery code left">
            Confirm with a passkey or with a code from the mail. If you have neither, write to the shop.
          </Alert>
        ) : (
          <Card>
            <RecoveryProofForm
              act={request.act}
              next={request.back}
              codeWords={(await getWords("fields")).recoveryCode}
            />
          </Card>
        )}
        <p>
          <TextLink href={request.back}>Back</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
