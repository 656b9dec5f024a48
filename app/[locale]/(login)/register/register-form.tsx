"use client";

import { startTransition, useActionState } from "react";
import { useForm } from "react-hook-form";
import { FormMessage } from "@/components/form/form-message";
import { HumanProof } from "@/components/form/human-proof";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type RegisterField, registerAction } from "./actions";

type RegisterFormProps = {
  next: string | null;
  country: { code: string; name: string };
  /** What this browser typed for a request that it comes back from. */
  typed?: Record<RegisterField, string> | undefined;
};

/**
 * Checks in the browser with the very schema that the server uses. The schema brings the phone numbering plans, so it
 * is fetched when the visitor first touches the form, not with the page; without JavaScript the server alone checks.
 */
export function RegisterForm({ next, country, typed }: RegisterFormProps) {
  const [state, submit, isPending] = useActionState(registerAction, { values: typed ?? {}, errors: {} });
  const form = useForm<Record<RegisterField, string>>({
    mode: "onTouched",
    resolver: async (values, context, options) => {
      const { registrationResolver } = await import("./registration-resolver");
      return registrationResolver(country.code)(values, context, options);
    },
  });
  const fieldProps = (name: RegisterField) => ({
    ...form.register(name),
    defaultValue: state.values[name],
    error:
      form.formState.errors[name]?.message ??
      (form.formState.isDirty && !form.formState.isSubmitted ? undefined : state.errors[name]),
    required: true,
  });

  return (
    <form
      action={submit}
      onSubmit={(event) => {
        const data = new FormData(event.currentTarget);
        void form.handleSubmit(() => startTransition(() => submit(data)))(event);
      }}
      onFocus={() => void import("./registration-resolver")}
      noValidate
      className="grid gap-5"
    >
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        {...fieldProps("username")}
        label="Username"
        hint="Shown in the shop. Letters, digits, dots, dashes, underscores."
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...fieldProps("email")}
        label="Email"
        hint="Your codes go here."
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...fieldProps("phone")}
        label="Phone number"
        hint={`Such as +44 20 7946 0018. For ${country.name} numbers the country code may be left out.`}
        type="tel"
        autoComplete="tel"
      />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <HumanProof request={state.proof} />
      <SubmitButton block isPending={isPending} pendingLabel="Sending…">
        Create account
      </SubmitButton>
    </form>
  );
}
