"use client";

import { useActionState, useEffect, useRef } from "react";
import { BotCheck } from "@/components/form/bot-check";
import { FormMessage } from "@/components/form/form-message";
import { RecoveryCodeField } from "@/components/form/recovery-code-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";
import { logInByRecoveryCodeAction } from "./actions";

type RecoveryFormProps = {
  next: string | null;
  words: Words<"login">["recovery"]["form"] & { email: string; code: Words<"fields">["recoveryCode"] };
};

/** Works without JavaScript. */
export function RecoveryForm({ next, words }: RecoveryFormProps) {
  const [state, submit] = useActionState(logInByRecoveryCodeAction, { email: "" });
  const code = useRef<HTMLInputElement>(null);
  const typed = useRef("");

  // Refills a code that was not compared.
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
        label={words.email}
        type="email"
        dir="ltr"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={state.email}
        error={state.emailError}
      />
      <RecoveryCodeField ref={code} words={words.code} error={state.codeError} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <BotCheck request={state.proof} />
      <SubmitButton block pendingLabel={words.checking}>
        {words.logIn}
      </SubmitButton>
    </form>
  );
}
