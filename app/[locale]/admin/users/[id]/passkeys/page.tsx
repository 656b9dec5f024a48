import type { Metadata } from "next";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { resetPasskeysAction } from "./actions";

export const metadata: Metadata = { title: "Reset passkeys" };

export default async function ResetPasskeysPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "passkeys");
  const { user } = step;
  const count = user.passkeys.length;
  return (
    <UserConfirmStep
      step={step}
      title={`Remove all passkeys of ${user.username}?`}
      consequences={[
        count === 0
          ? "There is no passkey to remove right now."
          : `${count === 1 ? "The one passkey opens" : `The ${count} passkeys open`} the account no more. This cannot be taken back.`,
        <>{user.email} is logged out everywhere, and logs in with a code.</>,
        ...(count === 0 ? [] : ["The address gets a mail that says so."]),
        user.role === "ADMIN"
          ? "They may then add a passkey with a code from their mailbox alone, and change things here with it. Speak to them first, not by mail."
          : "They may add new ones after that.",
      ]}
      action={resetPasskeysAction}
      submit={{ label: "Remove all passkeys", pendingLabel: "Removing…", isDanger: true }}
    />
  );
}
