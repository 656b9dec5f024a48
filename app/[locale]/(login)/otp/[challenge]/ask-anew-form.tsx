"use client";

import { type ReactNode, useActionState } from "react";
import { FormMessage } from "@/components/form/form-message";
import { HumanProof } from "@/components/form/human-proof";
import { SubmitButton } from "@/components/form/submit-button";
import { askAnewAction } from "./ask-anew-action";

type AskAnewFormProps = { challengeId: string; pendingLabel: string; children: ReactNode };

/** One button, which says `children`. The address stays on the server; the page knows its mask alone. */
export function AskAnewForm({ challengeId, pendingLabel, children }: AskAnewFormProps) {
  const [state, submit] = useActionState(askAnewAction, {});
  return (
    <form action={submit} className="grid gap-5">
      <input type="hidden" name="challengeId" value={challengeId} />
      <FormMessage>{state.problem}</FormMessage>
      <HumanProof request={state.proof} />
      <SubmitButton block pendingLabel={pendingLabel}>
        <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
      </SubmitButton>
    </form>
  );
}
