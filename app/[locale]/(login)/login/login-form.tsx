"use client";

import { useActionState } from "react";
import { useLoginWatch } from "@/app/[locale]/(login)/login-watch";
import { keepTyped, typedHere, useForgetTyped } from "@/app/[locale]/(login)/typed-here";
import { BotCheck } from "@/components/form/bot-check";
import { EmailSuggestion } from "@/components/form/email-suggestion";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";
import { requestLoginCodeAction } from "./actions";

type LoginFormProps = { next: string | null; words: Words<"login">["form"] & { email: string } };

/** Works without JavaScript. */
export function LoginForm({ next, words }: LoginFormProps) {
  const [state, submit] = useActionState(requestLoginCodeAction, { email: "" });
  useLoginWatch();
  useForgetTyped();
  return (
    <form action={submit} onInput={keepTyped} noValidate className="grid gap-5">
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        name="email"
        label={words.email}
        type="email"
        dir="ltr"
        inputMode="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={typedHere("email") ?? state.email}
        error={state.emailError}
      />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <BotCheck request={state.proof} />
      <SubmitButton block pendingLabel={words.sending}>
        {words.send}
      </SubmitButton>
      <EmailSuggestion suggestion={state.suggestion} />
    </form>
  );
}
