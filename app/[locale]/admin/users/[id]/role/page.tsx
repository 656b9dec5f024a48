import type { Metadata } from "next";
import { ChangeChoice } from "@/app/[locale]/admin/change/change-choice";
import { roleNames } from "@/app/[locale]/admin/user-words";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { roles } from "@/lib/users/roles";
import { changeRoleAction } from "./actions";

export const metadata: Metadata = { title: "Change a role" };

const rights = {
  CUSTOMER: "shops, and does not see the dashboard",
  STAFF: "reads the dashboard, and changes nothing",
  ADMIN: "reads the dashboard and changes users, once they hold a passkey",
};

const roleNow = { CUSTOMER: "a customer", STAFF: "staff", ADMIN: "an admin" };

export default async function RolePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "role");
  const { user } = step;
  return (
    <UserConfirmStep
      step={step}
      title={`Change the role of ${user.username}?`}
      consequences={[
        `${user.username} is ${roleNow[user.role]} now.`,
        "With another role they are logged out everywhere, and log in anew: sessions of staff end after 30 minutes without a click, and after 12 hours.",
      ]}
      action={changeRoleAction}
      submit={{ label: "Change the role", pendingLabel: "Changing…" }}
    >
      <ChangeChoice
        name="role"
        legend="New role"
        chosen={user.role}
        choices={roles.map((role) => ({ value: role, label: roleNames[role], hint: rights[role] }))}
      />
    </UserConfirmStep>
  );
}
