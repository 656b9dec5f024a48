"use client";

import { createContext, type ReactNode, useActionState, useEffect } from "react";
import { useProofFirst } from "@/app/passkey-proof/use-proof-first";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import type { ChangeState } from "./change-state";

/** What the last try left: the fields take their values and errors from here. */
export const LastTry = createContext<ChangeState>({});

type ChangeFormProps = {
  action: (previous: ChangeState, form: FormData) => Promise<ChangeState>;
  /** The passkey was asked within the last five minutes. */
  isProven: boolean;
  submit: { label: string; pendingLabel: string; isDanger?: boolean };
  cancelHref: string;
  children?: ReactNode;
};

/**
 * The form of one change. It asks for the admin's passkey when it is sent, unless that was done just now, and sends
 * itself on after it. Without JavaScript the server says that a passkey is needed.
 */
export function ChangeForm({ action, isProven, submit, cancelHref, children }: ChangeFormProps) {
  const [state, send, isSending] = useActionState(action, {});
  const { proveFirst, forgetProof, problem, isAsking } = useProofFirst("administer", isProven);
  useEffect(() => {
    if (state.isProofNeeded) forgetProof();
  }, [state, forgetProof]);

  return (
    <LastTry value={state}>
      <form action={send} onSubmit={proveFirst} className="grid gap-6">
        <FormMessage>{isAsking || isSending ? null : (problem ?? state.problem ?? tellOwner(state))}</FormMessage>
        {children}
        <div className="flex flex-wrap gap-3">
          <SubmitButton
            variant={submit.isDanger ? "danger" : "primary"}
            isPending={isAsking || isSending}
            pendingLabel={isAsking ? "Waiting for your passkey…" : submit.pendingLabel}
          >
            {submit.label}
          </SubmitButton>
          <ButtonLink href={cancelHref} variant="quiet" prefetch={false}>
            Cancel
          </ButtonLink>
        </div>
      </form>
    </LastTry>
  );
}

function tellOwner({ emailOwner: user }: ChangeState): ReactNode {
  if (user === undefined) return null;
  return (
    <>
      Nothing was changed:{" "}
      <TextLink href={user.href} prefetch={false}>
        {user.name}
      </TextLink>{" "}
      has this email address.
    </>
  );
}
