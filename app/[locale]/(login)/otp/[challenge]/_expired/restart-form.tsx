"use client";

import { type ReactNode, useActionState } from "react";
import { BotCheck } from "@/components/form/bot-check";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { restartAction } from "./restart-action";

type RestartFormProps = { challengeId: string; pendingLabel: string; children: ReactNode };

/** One button, which says `children`. The address stays on the server; the page knows its mask alone. */
export function RestartForm({ challengeId, pendingLabel, children }: RestartFormProps) {
  const [state, submit] = useActionState(restartAction, {});
  return (
    <form action={submit} className="grid gap-5">
      <input type="hidden" name="challengeId" value={challengeId} />
      <FormMessage>{state.problem}</FormMessage>
      <BotCheck request={state.proof} />
      <SubmitButton block pendingLabel={pendingLabel}>
        <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
      </SubmitButton>
    </form>
  );
}
