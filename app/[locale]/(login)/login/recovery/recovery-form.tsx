"use client";

import { useActionState, useEffect, useRef } from "react";
import { FormMessage } from "@/components/form/form-message";
import { HumanProof } from "@/components/form/human-proof";
import { RecoveryCodeField } from "@/components/form/recovery-code-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { logInByRecoveryCodeAction } from "./actions";

/** Works as a plain HTML form too. */
export function RecoveryForm({ next }: { next: string | null }) {
  const [state, submit] = useActionState(logInByRecoveryCodeAction, { email: "" });
  const code = useRef<HTMLInputElement>(null);
  const typed = useRef("");

  // The form is emptied after each try. A code that was not compared need not be typed again, and the page has it still.
  useEffect(() => {
    if (state.proof && code.current?.value === "") code.current.value = typed.current;
    else typed.current = "";
  }, [state]);

  return (
    <form
      action={submit}
      noValidate
      className="grid gap-5"
      onSubmit={() => {
        typed.current = code.current?.value ?? "";
      }}
    >
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        name="email"
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={state.email}
        error={state.emailError}
      />
      <RecoveryCodeField ref={code} error={state.codeError} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <HumanProof request={state.proof} />
      <SubmitButton block pendingLabel="Checking…">
        Log in
      </SubmitButton>
    </form>
  );
}
