import type { Metadata } from "next";
import { ConfirmStep } from "@/app/admin/change/confirm-step";
import { loadConfirmStep } from "@/app/admin/users/[id]/load-confirm-step";
import { inviteAgainAction } from "./actions";

export const metadata: Metadata = { title: "Send an invitation again" };

export default async function InvitePage({ params }: { params: Promise<{ id: string }> }) {
  const { user, standing, path } = await loadConfirmStep(params, "invite");
  return (
    <ConfirmStep
      place="/admin/users"
      title={`Invite ${user.username} again?`}
      consequences={[
        <>{user.email} gets the invitation once more: the shop made an account for it, and where to log in.</>,
        "An address can be sent three such mails a day.",
      ]}
      standing={standing}
      action={inviteAgainAction}
      submit={{ label: "Send the invitation", pendingLabel: "Sending…" }}
      cancelHref={path}
    >
      <input type="hidden" name="user" value={user.id} />
    </ConfirmStep>
  );
}
