"use client";

import {
  type ComponentProps,
  createContext,
  type FormEvent,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
} from "react";
import { usePasskeyFirst } from "@/app/[locale]/_step-up/use-passkey-first";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextAreaField, TextField } from "@/components/ui/field";
import { TextLink } from "@/components/ui/text-link";
import type { Words } from "@/lib/i18n/translator";
import type { ChangeState } from "./run-change";

/** Values and errors of the last try. */
const LastTry = createContext<ChangeState>({});

export function useLastTry(): ChangeState {
  return useContext(LastTry);
}

type ChangeFormProps = {
  action: (previous: ChangeState, form: FormData) => Promise<ChangeState>;
  /** Within the last five minutes. */
  isReauthenticated: boolean;
  submit: { label: string; pendingLabel: string; isDanger?: boolean };
  /** Of a second button, which changes nothing: the action gives the values back with `isPreview`. */
  preview?: string;
  cancelHref: string;
  words: Words<"adminChanges">["form"];
  children?: ReactNode;
};

/** Asks for the admin's passkey, then submits. Without JavaScript the server asks. */
export function ChangeForm({
  action,
  isReauthenticated,
  submit,
  preview,
  cancelHref,
  words,
  children,
}: ChangeFormProps) {
  const [state, send, isSending] = useActionState(action, {});
  const { confirmFirst, forgetConfirmation, problem, isAsking } = usePasskeyFirst("administer", isReauthenticated);
  useEffect(() => {
    if (state.refusal === "REAUTHENTICATION_NEEDED") forgetConfirmation();
  }, [state, forgetConfirmation]);

  return (
    <LastTry value={state}>
      <form action={send} onSubmit={(event) => isForPreview(event) || confirmFirst(event)} className="grid gap-6">
        <FormMessage>
          {isAsking || isSending ? null : (problem ?? state.problem ?? tellOwner(words.emailOwner, state))}
        </FormMessage>
        {children}
        <div className="flex flex-wrap gap-3">
          <SubmitButton
            variant={submit.isDanger ? "danger" : "primary"}
            isPending={isAsking || isSending}
            pendingLabel={isAsking ? words.waiting : submit.pendingLabel}
          >
            {submit.label}
          </SubmitButton>
          {preview === undefined ? null : (
            <Button type="submit" name={previewName} value="yes" variant="secondary">
              {preview}
            </Button>
          )}
          <ButtonLink href={cancelHref} variant="quiet" prefetch={false}>
            {words.cancel}
          </ButtonLink>
        </div>
      </form>
    </LastTry>
  );
}

const previewName = "preview";

function isForPreview(event: FormEvent<HTMLFormElement>): boolean {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return submitter instanceof HTMLButtonElement && submitter.name === previewName;
}

function tellOwner(sentence: string, { emailOwner: user }: ChangeState): ReactNode {
  if (user === undefined) return null;
  const [before, after] = sentence.split("{name}");
  return (
    <>
      {before}
      <TextLink href={user.href} prefetch={false}>
        <bdi>{user.name}</bdi>
      </TextLink>
      {after}
    </>
  );
}

/** Keeps what was typed. */
export function ChangeField({ name, defaultValue, ...field }: ComponentProps<typeof TextField>) {
  const { values, errors } = useContext(LastTry);
  return <TextField name={name} defaultValue={values?.[name] ?? defaultValue} error={errors?.[name]} {...field} />;
}

export function ChangeTextArea({ name, defaultValue, ...field }: ComponentProps<typeof TextAreaField>) {
  const { values, errors } = useContext(LastTry);
  return <TextAreaField name={name} defaultValue={values?.[name] ?? defaultValue} error={errors?.[name]} {...field} />;
}

type ChangeCheckProps = { name: string; label: string; isChecked: boolean };

export function ChangeCheck({ name, label, isChecked }: ChangeCheckProps) {
  const { values } = useContext(LastTry);
  const isOn = values === undefined ? isChecked : values[name] === "on";
  return (
    <label className="flex min-h-touch cursor-pointer items-center gap-3">
      <input type="checkbox" name={name} defaultChecked={isOn} className="size-5 shrink-0 accent-accent" />
      <span>{label}</span>
    </label>
  );
}

type ChangeChoiceProps = {
  name: string;
  legend: string;
  chosen: string;
  choices: { value: string; label: ReactNode }[];
  className?: string;
};

export function ChangeChoice({ name, legend, chosen, choices, className = "grid gap-1" }: ChangeChoiceProps) {
  const { values } = useContext(LastTry);
  return (
    <fieldset className={className}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="flex min-h-touch cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === (values?.[name] ?? chosen)}
            className="size-5 shrink-0 accent-accent"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
