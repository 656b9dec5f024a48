"use client";

import { type FocusEvent, type RefObject, startTransition, useActionState, useRef, useState } from "react";
import type { FormState } from "react-hook-form";
import { keepTyped, typedHere, useForgetTyped } from "@/app/[locale]/(login)/typed-here";
import { BotCheck } from "@/components/form/bot-check";
import { EmailSuggestion } from "@/components/form/email-suggestion";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { FieldErrorCode } from "@/lib/http/field-errors";
import type { Words } from "@/lib/i18n/translator";
import { type PersonField, personFieldNames, personFields } from "@/lib/users/person-fields";
import type { Registration } from "@/lib/users/registration-schema";
import { registerAction } from "./actions";
import type { RegistrationCheck } from "./registration-check";

type RegisterFormProps = {
  next: string | null;
  country: string;
  phoneHint: string;
  words: Words<"register">["form"];
  fields: Words<"fields">;
  typed?: Partial<Record<PersonField, string>> | undefined;
};

type Found = Partial<Pick<FormState<Registration>, "errors" | "isDirty" | "isSubmitted">>;

/** Checks by the server's schema, loaded at the first touch. */
export function RegisterForm({ next, country, phoneHint, words, fields, typed }: RegisterFormProps) {
  const [state, submit, isPending] = useActionState(registerAction, { values: typed ?? {}, errors: {} });
  useForgetTyped();
  const form = useRef<HTMLFormElement>(null);
  const { check, found, loadCheck, noteLeft } = useRegistrationCheck(country, form);
  const hints: Partial<Record<PersonField, string>> = { email: words.emailHint, phone: phoneHint };
  const fieldProps = (name: PersonField) => {
    const { label, hint }: { label: string; hint?: string } = fields[name];
    const error = found.errors?.[name]?.message as FieldErrorCode | undefined;
    const answered = found.isDirty && !found.isSubmitted ? undefined : state.errors[name];
    return {
      name,
      ...check?.register(name),
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
      ref={form}
      action={submit}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const send = () => startTransition(() => submit(data));
        // The server checks too.
        void loadCheck().then((loaded) => loaded.handleSubmit(send)(), send);
      }}
      onInput={keepTyped}
      onFocus={() => loadCheck().catch(() => {})}
      onBlur={noteLeft}
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
      <EmailSuggestion suggestion={state.suggestion} />
    </form>
  );
}

/** React Hook Form without its hook, which would be 12 kB of the page's script. */
function useRegistrationCheck(country: string, form: RefObject<HTMLFormElement | null>) {
  const [check, setCheck] = useState<RegistrationCheck>();
  const [found, setFound] = useState<Found>({});
  const loading = useRef<Promise<RegistrationCheck>>(undefined);
  const leftEarly = useRef(new Set<PersonField>());

  async function load(): Promise<RegistrationCheck> {
    const { checkRegistration } = await import("./registration-check");
    if (form.current === null) throw new Error("The form is gone.");
    const loaded = checkRegistration(country, form.current);
    loaded.subscribe({ formState: { errors: true, isDirty: true, isSubmitted: true }, callback: setFound });
    setCheck(loaded);
    if (leftEarly.current.size > 0) void loaded.trigger([...leftEarly.current], { shouldTouch: true });
    return loaded;
  }
  const loadCheck = () => {
    loading.current ??= load().catch((error) => {
      loading.current = undefined;
      throw error;
    });
    return loading.current;
  };
  const noteLeft = ({ target }: FocusEvent<HTMLFormElement>) => {
    const left = personFieldNames.find((name) => name === (target as EventTarget & { name?: string }).name);
    if (check === undefined && left) leftEarly.current.add(left);
  };
  return { check, found, loadCheck, noteLeft };
}
