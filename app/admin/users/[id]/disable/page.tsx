import type { Metadata } from "next";
import { ChangeField } from "@/app/admin/change/change-field";
import { ConfirmStep } from "@/app/admin/change/confirm-step";
import { loadConfirmStep } from "@/app/admin/users/[id]/load-confirm-step";
import { disableUserAction } from "./actions";

export const metadata: Metadata = { title: "Disable a user" };

export default async function DisablePage({ params }: { params: Promise<{ id: string }> }) {
  const { user, standing, path } = await loadConfirmStep(params, "disable");
  return (
    <ConfirmStep
      place="/admin/users"
      title={`Disable ${user.username}?`}
      consequences={[
        <>{user.email} is logged out everywhere, within a minute from the premium page too.</>,
        "No code and no passkey opens the account until an admin lets it in again. The login page tells nobody why.",
        "Profile, passkeys and history stay as they are.",
      ]}
      standing={standing}
      action={disableUserAction}
      submit={{ label: "Disable the account", pendingLabel: "Disabling…", isDanger: true }}
      cancelHref={path}
    >
      <input type="hidden" name="user" value={user.id} />
      <ChangeField
        name="reason"
        label="Reason"
        hint="For other admins, on this page and in the audit trail. The user does not see it."
        autoComplete="off"
        maxLength={200}
        required
      />
    </ConfirmStep>
  );
}
