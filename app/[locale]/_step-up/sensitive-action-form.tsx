"use client";

import type { ComponentProps, ReactNode } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { codePathOf, type StepUpMethod } from "./step-up-method";
import { usePasskeyFirst, useStepUpWords } from "./use-passkey-first";

type SensitiveActionFormProps = Omit<ComponentProps<typeof PasskeyFirstForm>, "codePath"> & {
  method: StepUpMethod;
  path: string;
};

/** `action` checks both again. */
export function SensitiveActionForm({ method, path, ...form }: SensitiveActionFormProps) {
  const { sending } = useStepUpWords();
  if (method === "passkey") return <PasskeyFirstForm {...form} codePath={codePathOf(path)} />;
  if (method !== "code") return <PasskeyFirstForm {...form} />;
  const { action, button, children } = form;
  return (
    <form action={action}>
      {children}
      <SubmitButton {...button} pendingLabel={sending} />
    </form>
  );
}

type PasskeyFirstFormProps = {
  act: SensitiveAction;
  isReauthenticated: boolean;
  action: (form: FormData) => void | Promise<void>;
  button: Pick<ComponentProps<typeof SubmitButton>, "size" | "variant" | "children">;
  /** Where a code is taken instead. */
  codePath?: string;
  children?: ReactNode;
};

export function PasskeyFirstForm({
  act,
  isReauthenticated,
  action,
  button,
  codePath,
  children,
}: PasskeyFirstFormProps) {
  const words = useStepUpWords();
  const { confirmFirst, problem, isAsking } = usePasskeyFirst(act, isReauthenticated);
  return (
    <form action={action} onSubmit={confirmFirst} className="grid justify-items-start gap-3">
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
