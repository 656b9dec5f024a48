import type { Metadata } from "next";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { stopRecoveryAction } from "./actions";

export const metadata: Metadata = { title: "Stop access for a new address" };

export default async function StopRecoveryPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "stop-recovery");
  return (
    <UserConfirmStep
      step={step}
      title={`Stop that ${step.user.username} gets a new address?`}
      consequences={[
        "The account keeps its address, passkeys and recovery codes. Nobody is logged out.",
        "Neither address is told. It can be begun anew, with a new wait.",
      ]}
      action={stopRecoveryAction}
      submit={{ label: "Stop it", pendingLabel: "Stopping…" }}
    />
  );
}
