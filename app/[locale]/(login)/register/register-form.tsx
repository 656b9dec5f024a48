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
import { type RegisterField, registerAction } from "./actions";

type RegisterFormProps = {
  next: string | null;
  country: string;
  phoneHint: string;
  words: Words<"register">["form"];
  fields: Words<"fields">;
  /** What this browser typed for a request that it comes back from. */
  typed?: Record<RegisterField, string> | undefined;
};

/**
 * Checks in the browser with the very schema that the server uses. The schema brings the phone numbering plans, so it
 * is fetched when the visitor first touches the form, not with the page; without JavaScript the server alone checks.
 */
export function RegisterForm({ next, country, phoneHint, words, fields, typed }: RegisterFormProps) {
  const [state, submit, isPending] = useActionState(registerAction, { values: typed ?? {}, errors: {} });
  useForgetTyped();
  const element = useRef<HTMLFormElement>(null);
  const form = useForm<Record<RegisterField, string>>({
    mode: "onTouched",
    resolver: async (remembered, context, options) => {
      const { registrationResolver } = await import("./registration-resolver");
      // What is sent: autofill and extensions may fill fields in without an event, which the script would not remember.
      const sent = element.current ? Object.fromEntries(new FormData(element.current)) : {};
      return registrationResolver(country)({ ...remembered, ...sent }, context, options);
    },
  });
  const fieldProps = (name: RegisterField) => {
    const fault = form.formState.errors[name]?.message as FieldErrorCode | undefined;
    const answered = form.formState.isDirty && !form.formState.isSubmitted ? undefined : state.errors[name];
    return {
      ...form.register(name),
      label: fields[name].label,
      // What was typed since the server was told is newer than what it says.
      defaultValue: typedHere(name) ?? state.values[name],
      error: fault ? fields[fault] : answered,
      required: true,
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
      <TextField
        {...fieldProps("username")}
        hint={fields.username.hint}
        dir="ltr"
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...fieldProps("email")}
        hint={words.emailHint}
        type="email"
        dir="ltr"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField {...fieldProps("phone")} hint={phoneHint} type="tel" dir="ltr" autoComplete="tel" />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <BotCheck request={state.proof} />
      <SubmitButton block isPending={isPending} pendingLabel={words.sending}>
        {words.create}
      </SubmitButton>
    </form>
  );
}
