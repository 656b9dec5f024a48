import type { Metadata } from "next";
import { ChangeField } from "@/app/[locale]/admin/change/change-field";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { maskEmail } from "@/lib/identifier";
import { keptDays } from "@/lib/kept-days";
import { deleteUserAction } from "./actions";

export const metadata: Metadata = { title: "Delete a user" };

export default async function DeletePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "delete");
  const { user } = step;
  return (
    <UserConfirmStep
      step={step}
      title={`Delete ${user.username}?`}
      consequences={[
        <>Gone for good: profile, sessions, passkeys, known browsers, and requests for codes to {user.email}.</>,
        `Kept in the audit trail for ${keptDays.auditEvent} days after each entry: what was done, by the user's id and the masked address (${maskEmail(user.email)}), from which network address and browser, and reasons that admins wrote.`,
        "Username, email and phone number are free for a new account. The address gets a mail that says so.",
      ]}
      action={deleteUserAction}
      submit={{ label: "Delete the account", pendingLabel: "Deleting…", isDanger: true }}
    >
      <ChangeField
        name="username"
        label="Username"
        hint={`Type ${user.username} to confirm.`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </UserConfirmStep>
  );
}
