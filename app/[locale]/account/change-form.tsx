"use client";

import { type ComponentProps, useActionState } from "react";
import { EmailSuggestion } from "@/components/form/email-suggestion";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { AskedEmail } from "@/lib/users/email-suggestion";

type ChangeFormProps = {
  action: (previous: ChangeFormState, form: FormData) => Promise<ChangeFormState>;
  field: Omit<ComponentProps<typeof TextField>, "error" | "required">;
  submit: { label: string; pendingLabel: string };
};

/** Works without JavaScript, and keeps what was typed. */
export function ChangeForm({ action, field, submit }: ChangeFormProps) {
  const [state, send] = useActionState(action, {});
  return (
    <form action={send} noValidate className="grid gap-5">
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        {...field}
        required
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state.value ?? field.defaultValue}
        error={state.error}
      />
      <div>
        <SubmitButton pendingLabel={submit.pendingLabel}>{submit.label}</SubmitButton>
      </div>
      <EmailSuggestion suggestion={state.suggestion} />
    </form>
  );
}

export type ChangeFormState = AskedEmail & { value?: string; error?: string; problem?: string };
