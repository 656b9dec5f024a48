"use client";

import { useActionState, useEffect, useRef } from "react";
import { RecoveryCodeField } from "@/components/form/recovery-code-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { Words } from "@/lib/i18n/translator";
import { confirmByRecoveryCodeAction } from "./actions";

type RecoveryCodeFormProps = {
  act: string;
  next: string;
  words: Pick<Words<"recoveryCodes">["confirm"], "confirm" | "checking"> & { code: Words<"fields">["recoveryCode"] };
};

/** Never refilled: a refused code is wrong or used. */
export function RecoveryCodeForm({ act, next, words }: RecoveryCodeFormProps) {
  const [state, submit] = useActionState(confirmByRecoveryCodeAction, { attempt: 0 });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (state.attempt > 0) input.current?.focus();
  }, [state]);
  return (
    <form action={submit} className="grid gap-5">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="next" value={next} />
      <RecoveryCodeField ref={input} words={words.code} error={state.codeError} />
      <div>
        <SubmitButton pendingLabel={words.checking}>{words.confirm}</SubmitButton>
      </div>
    </form>
  );
}
