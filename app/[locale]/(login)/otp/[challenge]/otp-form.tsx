"use client";

import { type ChangeEvent, type ClipboardEvent, useActionState, useCallback, useEffect, useRef } from "react";
import { BotCheck } from "@/components/form/bot-check";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";
import { readTypedCode } from "@/lib/typed-text";
import type { OtpFormState } from "./actions";
import { useMailedCode, useTextedCode, useTypedEarly } from "./prefill";

export type VerifyAction = (previous: OtpFormState, form: FormData) => Promise<OtpFormState>;

type OtpFormProps = {
  verifyAction: VerifyAction;
  challengeId: string;
  next: string | null;
  mayComeByText: boolean;
  words: Words<"otp">["form"];
};

/** One input: split boxes break autofill, paste and screen readers. */
export function OtpForm({ verifyAction, challengeId, next, mayComeByText, words }: OtpFormProps) {
  const [state, submit, isPending] = useActionState(verifyAction, { attempt: 0 });
  const input = useRef<HTMLInputElement>(null);
  const submitted = useRef("");

  useEffect(() => {
    if (state.attempt === 0 || input.current === null) return;
    // Refills a code that was not compared; the server returns none.
    if ((state.problem || state.proof) && input.current.value === "") input.current.value = submitted.current;
    input.current.focus();
  }, [state]);

  useTypedEarly(input);

  // Never submits: a link alone must not log in.
  const fillIn = useCallback((code: string) => {
    if (input.current === null) return;
    input.current.value = code;
    input.current.form?.querySelector<HTMLButtonElement>("button[type=submit]")?.focus();
  }, []);
  useMailedCode(fillIn);

  // Submits: the browser has asked the person.
  const sendTexted = useCallback((code: string) => {
    if (input.current === null || !/^\d{6}$/.test(code) || code === submitted.current) return;
    input.current.value = code;
    input.current.form?.requestSubmit();
  }, []);
  useTextedCode(mayComeByText, sendTexted);

  const submitWhenComplete = (event: ChangeEvent<HTMLInputElement>) => {
    const code = readTypedCode(event.currentTarget.value);
    if (code === null || code === submitted.current || isPending) return;
    submitted.current = code;
    event.currentTarget.form?.requestSubmit();
  };

  // The field would join the lines of a pasted mail.
  const pasteCode = (event: ClipboardEvent<HTMLInputElement>) => {
    const code = readTypedCode(event.clipboardData.getData("text"));
    if (code === null || isPending) return;
    event.preventDefault();
    event.currentTarget.value = code;
    if (code === submitted.current) return;
    submitted.current = code;
    event.currentTarget.form?.requestSubmit();
  };

  return (
    <form
      action={submit}
      onSubmit={() => {
        submitted.current = readTypedCode(input.current?.value ?? "") ?? "";
      }}
      className="grid gap-5"
    >
      <input type="hidden" name="challengeId" value={challengeId} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        ref={input}
        name="code"
        label={words.code}
        look="code"
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        // Six digits of any script; the server reads whole messages.
        pattern="\P{Nd}*(\p{Nd}\P{Nd}*){6,}"
        title={words.format}
        required
        autoFocus
        onChange={submitWhenComplete}
        onPaste={pasteCode}
        // The answer would discard what is typed.
        readOnly={isPending}
        error={state.codeError}
      />
      <BotCheck request={state.proof} />
      <SubmitButton block pendingLabel={words.checking}>
        {words.verify}
      </SubmitButton>
    </form>
  );
}
