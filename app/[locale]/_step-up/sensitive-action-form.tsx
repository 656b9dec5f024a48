"use client";

import type { ComponentProps, ReactNode } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { byCodePath, type ProofWay } from "./step-up-method";
import { useProofFirst, useProofWords } from "./use-passkey-first";

type ActFormProps = Omit<ComponentProps<typeof ProofFirstForm>, "codePath"> & {
  way: ProofWay;
  /** The page that it stands on. */
  path: string;
};

/** One button that does something sensitive, and the way in which it is confirmed. `action` has the last word on both. */
export function ActForm({ way, path, ...form }: ActFormProps) {
  const { sending } = useProofWords();
  if (way === "passkey") return <ProofFirstForm {...form} codePath={byCodePath(path)} />;
  if (way !== "code") return <ProofFirstForm {...form} />;
  const { action, button, children } = form;
  return (
    <form action={action}>
      {children}
      <SubmitButton {...button} pendingLabel={sending} />
    </form>
  );
}

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
