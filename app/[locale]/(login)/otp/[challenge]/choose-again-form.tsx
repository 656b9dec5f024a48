"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";
import { chooseAgainAction } from "./actions";

type ChooseAgainFormProps = {
  challengeId: string;
  next: string | null;
  chosen: { username: string; phone: string };
  words: Words<"otp">["chooseAgain"] & { username: string; phone: string };
};

/** The code was right, but username or phone was taken meanwhile. */
export function ChooseAgainForm({ challengeId, next, chosen, words }: ChooseAgainFormProps) {
  const [state, submit] = useActionState(chooseAgainAction, { values: chosen, errors: {} });
  return (
    <form action={submit} noValidate className="grid gap-5">
      <input type="hidden" name="challengeId" value={challengeId} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <FormMessage>{state.problem ?? words.problem}</FormMessage>
      <TextField
        name="username"
        label={words.username}
        dir="ltr"
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={state.values.username}
        error={state.errors.username}
      />
      <TextField
        name="phone"
        label={words.phone}
        type="tel"
        dir="ltr"
        autoComplete="tel"
        required
        defaultValue={state.values.phone}
        error={state.errors.phone}
      />
      <SubmitButton block pendingLabel={words.creating}>
        {words.create}
      </SubmitButton>
    </form>
  );
}
