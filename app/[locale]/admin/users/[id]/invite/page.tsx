import type { Metadata } from "next";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { inviteAgainAction } from "./actions";

export const metadata: Metadata = { title: "Send an invitation again" };

export default async function InvitePage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "invite");
  const { user } = step;
  return (
    <UserConfirmStep
      step={step}
      title={`Invite ${user.username} again?`}
      consequences={[
        <>{user.email} gets the invitation once more: the shop made an account for it, and where to log in.</>,
        "An address can be sent three such mails a day.",
      ]}
      action={inviteAgainAction}
      submit={{ label: "Send the invitation", pendingLabel: "Sending…" }}
    />
  );
}
