"use client";

import { startTransition, useActionState, useRef } from "react";
import { useForm } from "react-hook-form";
import { keepTyped, typedHere, useForgetTyped } from "@/app/[locale]/(login)/typed-here";
import { BotCheck } from "@/components/form/bot-check";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { FieldErrorCode } from "@/lib/http/field-errors";
import type { Words } from "@/lib/i18n/translator";
import { type PersonField, personFieldNames, personFields } from "@/lib/users/person-fields";
import type { Registration } from "@/lib/users/registration-schema";
import { registerAction } from "./actions";

type RegisterFormProps = {
  next: string | null;
  country: string;
  phoneHint: string;
  words: Words<"register">["form"];
  fields: Words<"fields">;
  /** What this browser typed for a request that it comes back from. */
  typed?: Partial<Record<PersonField, string>> | undefined;
};

/**
 * Checks in the browser with the very schema that the server uses. The schema brings the phone numbering plans, so it
 * is fetched when the visitor first touches the form, not with the page; without JavaScript the server alone checks.
 */
export function RegisterForm({ next, country, phoneHint, words, fields, typed }: RegisterFormProps) {
  const [state, submit, isPending] = useActionState(registerAction, { values: typed ?? {}, errors: {} });
  useForgetTyped();
  const element = useRef<HTMLFormElement>(null);
  const form = useForm<Registration>({
    mode: "onTouched",
    resolver: async (remembered, context, options) => {
      const { registrationResolver } = await import("./registration-resolver");
      // What is sent: autofill and extensions may fill fields in without an event, which the script would not remember.
      const sent = element.current ? Object.fromEntries(new FormData(element.current)) : {};
      return registrationResolver(country)({ ...remembered, ...sent }, context, options);
    },
  });
  const hints: Partial<Record<PersonField, string>> = { email: words.emailHint, phone: phoneHint };
  const fieldProps = (name: PersonField) => {
    const { label, hint }: { label: string; hint?: string } = fields[name];
    const error = form.formState.errors[name]?.message as FieldErrorCode | undefined;
    const answered = form.formState.isDirty && !form.formState.isSubmitted ? undefined : state.errors[name];
    return {
      ...form.register(name),
      ...personFields[name],
      label,
      hint: hints[name] ?? hint,
      // What was typed since the server was told is newer than what it says.
      defaultValue: typedHere(name) ?? state.values[name],
      error: error ? fields[error] : answered,
    };
  };

  return (
    <form
      ref={element}
      action={submit}
      onSubmit={(event) => {
        const data = new FormData(event.currentTarget);
        void form.handleSubmit(() => startTransition(() => submit(data)))(event);
      }}
      onInput={keepTyped}
      onFocus={() => void import("./registration-resolver")}
      noValidate
      className="grid gap-5"
    >
      <FormMessage>{state.problem}</FormMessage>
      {personFieldNames.map((name) => (
        <TextField key={name} {...fieldProps(name)} />
      ))}
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <BotCheck request={state.proof} />
      <SubmitButton block isPending={isPending} pendingLabel={words.sending}>
        {words.create}
      </SubmitButton>
    </form>
  );
}
