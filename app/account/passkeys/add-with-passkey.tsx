import { ProofFirstForm } from "@/app/passkey-proof/proof-first-form";
import { Alert } from "@/components/ui/alert";
import { proveBeforeAddingAction } from "./actions";

/** For an admin, whose next passkey takes one that they have: a code from the mail would let in whoever reads it. */
export function AddWithPasskey({ canProve }: { canProve: boolean }) {
  if (!canProve) {
    return (
      <Alert tone="warning" title="You have no passkey that works">
        An admin adds a passkey with one that they have, so that nobody can do it with your mailbox. Ask another admin
        to reset your passkeys. If there is none, whoever runs the shop does it with <code>npm run create-admin</code>.
      </Alert>
    );
  }
  return (
    <div className="grid gap-3">
      <ProofFirstForm
        act="administer"
        isProven={false}
        action={proveBeforeAddingAction}
        button={{ children: "Add a passkey" }}
      />
      <p className="text-fine text-ink-muted">
        Your browser asks for a passkey that you have first, for adding as for removing. Admins cannot do it with a
        code, so that nobody can with your mailbox.
      </p>
      <noscript>Your browser asks for a passkey by JavaScript. Turn it on for this page, and load it again.</noscript>
    </div>
  );
}
