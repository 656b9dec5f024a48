"use client";

import type { ComponentProps, ReactNode } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { useProofWords } from "./proof-words";
import { useProofFirst } from "./use-proof-first";

type ProofFirstFormProps = {
  act: SensitiveAct;
  isProven: boolean;
  action: (form: FormData) => void | Promise<void>;
  button: Pick<ComponentProps<typeof SubmitButton>, "size" | "variant" | "children">;
  /** Where the act takes a code instead. */
  codePath?: string;
  children?: ReactNode;
};

/** One button that does something after a passkey has confirmed it. */
export function ProofFirstForm({ act, isProven, action, button, codePath, children }: ProofFirstFormProps) {
  const words = useProofWords();
  const { proveFirst, problem, isAsking } = useProofFirst(act, isProven);
  return (
    <form action={action} onSubmit={proveFirst} className="grid justify-items-start gap-3">
      <FormMessage>
        {isAsking || problem === null ? null : (
          <>
            <span>{`${problem} `}</span>
            {codePath ? <TextLink href={codePath}>{words.byCode}</TextLink> : null}
          </>
        )}
      </FormMessage>
      {children}
      <SubmitButton {...button} isPending={isAsking} pendingLabel={isAsking ? words.asking : words.sending} />
    </form>
  );
}
