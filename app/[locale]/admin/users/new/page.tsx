import type { Metadata } from "next";
import { ConfirmStep } from "@/app/[locale]/admin/change/confirm-step";
import { ProfileFields } from "@/app/[locale]/admin/users/profile-fields";
import { readAdminStanding } from "@/lib/admin/change-as-admin";
import { orUnavailable, requireAdmin } from "@/lib/auth/access-rules";
import { inviteUserAction } from "./actions";

export const metadata: Metadata = { title: "Add a user" };

export default async function NewUserPage() {
  const session = await requireAdmin("/admin/users/new");
  const standing = await orUnavailable(() => readAdminStanding({ id: session.user.id, sessionId: session.id }));
  return (
    <ConfirmStep
      place="/admin/users"
      title="Add a user"
      consequences={[
        "A customer's account is made for this email address.",
        "The address gets a mail: the shop made an account for it, and where to log in. A code that goes there is the only way in.",
        "If the mail cannot be sent, nobody is added.",
      ]}
      standing={standing}
      action={inviteUserAction}
      submit={{ label: "Add and invite", pendingLabel: "Sending the invitation…" }}
      cancelHref="/admin/users"
    >
      <ProfileFields />
    </ConfirmStep>
  );
}
