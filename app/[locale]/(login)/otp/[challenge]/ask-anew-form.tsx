"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form/form-message";
import { HumanProof } from "@/components/form/human-proof";
import { SubmitButton } from "@/components/form/submit-button";
import { sendNewCodeTo } from "@/lib/auth/messages";
import { askAnewAction } from "./ask-anew-action";

/** One button. The address stays on the server; the page knows its mask alone. */
export function AskAnewForm({ challengeId, maskedAddress }: { challengeId: string; maskedAddress: string }) {
  const [state, submit] = useActionState(askAnewAction, {});
  return (
    <form action={submit} className="grid gap-5">
      <input type="hidden" name="challengeId" value={challengeId} />
      <FormMessage>{state.problem}</FormMessage>
      <HumanProof request={state.proof} />
      <SubmitButton block pendingLabel="Sending…">
        <span className="min-w-0 [overflow-wrap:anywhere]">{sendNewCodeTo(maskedAddress)}</span>
      </SubmitButton>
    </form>
  );
}
