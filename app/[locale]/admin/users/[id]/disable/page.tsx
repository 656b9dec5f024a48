import type { Metadata } from "next";
import { ReasonField } from "@/app/[locale]/admin/change/reason-field";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { disableUserAction } from "./actions";

export const metadata: Metadata = { title: "Disable a user" };

export default async function DisablePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "disable");
  const { user } = step;
  return (
    <UserConfirmStep
      step={step}
      title={`Disable ${user.username}?`}
      consequences={[
        <>{user.email} is logged out everywhere, within a minute from the premium page too.</>,
        "No code and no passkey opens the account until an admin lets it in again. The login page tells nobody why.",
        "Profile, passkeys and history stay as they are.",
      ]}
      action={disableUserAction}
      submit={{ label: "Disable the account", pendingLabel: "Disabling…", isDanger: true }}
    >
      <ReasonField where="on the user's page and in the audit trail" />
    </UserConfirmStep>
  );
}
