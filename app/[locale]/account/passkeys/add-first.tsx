import { ActForm } from "@/app/passkey-proof/act-form";
import type { ProofWay } from "@/app/passkey-proof/proof-way";
import { Alert } from "@/components/ui/alert";
import type { SensitiveAct } from "@/lib/step-up/sensitive-acts";
import { proveBeforeAddingAction } from "./actions";

/**
 * The first step to a new passkey: the person confirms that it is them. An admin does it with a passkey that they have;
 * a code from the mail would let in whoever reads it.
 */
export function AddFirst({ way, act, hasPasskey }: { way: ProofWay; act: SensitiveAct; hasPasskey: boolean }) {
  if (way === "passkey-alone" && !hasPasskey) {
    return (
      <Alert tone="warning" title="You have no passkey that works">
        An admin adds a passkey with one that they have, so that nobody can do it with your mailbox. Ask another admin
        to reset your passkeys. If there is none, whoever runs the shop does it with <code>npm run create-admin</code>.
      </Alert>
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <ActForm
        act={act}
        way={way}
        path="/account/passkeys"
        isProven={false}
        action={proveBeforeAddingAction}
        button={{ children: "Add a passkey" }}
      />
      {way === "passkey-alone" ? null : (
        <p className="text-fine text-ink-muted">
          Making a passkey needs JavaScript; everything else here works without it.
        </p>
      )}
    </div>
  );
}
