import type { Metadata } from "next";
import { ReasonField } from "@/app/[locale]/admin/change/reason-field";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { enableUserAction } from "./actions";

export const metadata: Metadata = { title: "Enable a user" };

export default async function EnablePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "enable");
  const { user } = step;
  return (
    <UserConfirmStep
      step={step}
      title={`Let ${user.username} in again?`}
      consequences={[
        <>{user.email} can log in again, by a code and by the passkeys that are still there.</>,
        "Sessions from before stay ended.",
        user.disabledReason
          ? `The reason of then (“${user.disabledReason}”) goes from the user's page, and stays in the audit trail.`
          : "The audit trail keeps that the account was disabled.",
      ]}
      action={enableUserAction}
      submit={{ label: "Enable the account", pendingLabel: "Enabling…" }}
    >
      <ReasonField where="in the audit trail" />
    </UserConfirmStep>
  );
}
