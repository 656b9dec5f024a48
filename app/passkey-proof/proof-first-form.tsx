"use client";

import type { ComponentProps, ReactNode } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import type { PasskeyAct } from "@/lib/step-up/sensitive-acts";
import { useProofFirst } from "./use-proof-first";

type ProofFirstFormProps = {
  act: PasskeyAct;
  isProven: boolean;
  action: (form: FormData) => Promise<void>;
  button: Pick<ComponentProps<typeof SubmitButton>, "size" | "variant" | "children">;
  children?: ReactNode;
};

/** One button that does something after a passkey has confirmed it. */
export function ProofFirstForm({ act, isProven, action, button, children }: ProofFirstFormProps) {
  const { proveFirst, problem, isAsking } = useProofFirst(act, isProven);
  return (
    <form action={action} onSubmit={proveFirst} className="grid justify-items-start gap-3">
      <FormMessage>{isAsking ? null : problem}</FormMessage>
      {children}
      <SubmitButton
        {...button}
        isPending={isAsking}
        pendingLabel={isAsking ? "Waiting for your passkey…" : "One moment…"}
      />
    </form>
  );
}
