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
  typed?: Partial<Record<PersonField, string>> | undefined;
};

/** Validates by the server's schema, loaded at the first touch: it brings the phone numbering plans. */
export function RegisterForm({ next, country, phoneHint, words, fields, typed }: RegisterFormProps) {
  const [state, submit, isPending] = useActionState(registerAction, { values: typed ?? {}, errors: {} });
  useForgetTyped();
  const element = useRef<HTMLFormElement>(null);
  const form = useForm<Registration>({
    mode: "onTouched",
    resolver: async (remembered, context, options) => {
      const { registrationResolver } = await import("./registration-resolver");
      // Autofill may change fields without an event.
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
      // Newer than the server's value.
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
