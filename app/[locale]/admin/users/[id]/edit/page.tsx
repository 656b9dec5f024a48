import type { Metadata } from "next";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { ProfileFields } from "@/app/[locale]/admin/users/profile-fields";
import { editUserAction } from "./actions";

export const metadata: Metadata = { title: "Edit a user" };

const adminWithoutPasskey =
  "This admin has no passkey yet: whoever reads the new mailbox may add the first one, and change things here with it.";

export default async function EditPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "edit");
  const { user } = step;
  return (
    <UserConfirmStep
      step={step}
      title={`Edit ${user.username}`}
      consequences={[
        "With a new email the user is logged out everywhere, and logs in with a code that goes there. Until then it counts as not proven. Passkeys stay.",
        "The old and the new address both get a mail that says so. The old one is not told the whole new one.",
        ...(user.role === "ADMIN" && !user.hasHadPasskey ? [adminWithoutPasskey] : []),
        "A new phone number counts as not proven. The email is told that there is one.",
        "The audit trail keeps which of the three were changed, not what stood in them.",
      ]}
      action={editUserAction}
      submit={{ label: "Save", pendingLabel: "Saving…" }}
    >
      <ProfileFields profile={user} />
    </UserConfirmStep>
  );
}
