import type { Metadata } from "next";
import { ChangeField } from "@/app/[locale]/admin/change/change-field";
import { ReasonField } from "@/app/[locale]/admin/change/reason-field";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { recoveryDue, recoveryWaitHours } from "@/lib/users/recovery-wait";
import { beginRecoveryAction, completeRecoveryAction } from "./actions";

export const metadata: Metadata = { title: "Give access to a new address" };

const ofAdmin =
  "This is an admin: whoever reads the new mailbox may then add a first passkey, and change things here with it. Speak to them in person first.";

export default async function RecoverPage({ params }: { params: Promise<{ id: string }> }) {
  const step = await loadConfirmStep(params, "recover");
  const { user } = step;
  const adminNote = user.role === "ADMIN" ? [ofAdmin] : [];
  if (user.recovery === null) {
    return (
      <UserConfirmStep
        step={step}
        title={`Give ${user.username} access by a new address?`}
        consequences={[
          "For somebody who can read no mail at the old address, and has neither passkey nor recovery code. Make sure first who they are, and not by mail.",
          `Nothing changes for ${recoveryWaitHours} hours. The old and the new address are told at once.`,
          "Whoever logs in meanwhile, or presses the link in the mail to the old address, stops it.",
          "After the wait an admin completes it here, on this page. If nobody does within two weeks, it is forgotten.",
          ...adminNote,
        ]}
        action={beginRecoveryAction}
        submit={{ label: "Begin the wait", pendingLabel: "Beginning…" }}
      >
        <ChangeField name="email" label="New email address" type="email" autoComplete="off" required />
        <ReasonField where="on the user's page and in the audit trail" />
      </UserConfirmStep>
    );
  }
  const { newEmail, startedAt, reason } = user.recovery;
  const due = recoveryDue(startedAt);
  return (
    <UserConfirmStep
      step={step}
      title={`Give ${user.username} the address ${newEmail}?`}
      consequences={[
        `It was begun on ${staffTime(startedAt)}: ${reason}`,
        due > new Date()
          ? `The wait ends on ${staffTime(due)}. Until then this is refused.`
          : "The wait is over, and nobody has stopped it.",
        "Everybody is logged out of the account. All passkeys and recovery codes are removed, and the phone number is not verified any more, since they are said to be lost.",
        "The user logs in with a code that goes to the new address. Until then it counts as not proven.",
        "The old and the new address both get a mail that says so.",
        ...adminNote,
      ]}
      action={completeRecoveryAction}
      submit={{ label: "Give access", pendingLabel: "Changing…", isDanger: true }}
    />
  );
}
