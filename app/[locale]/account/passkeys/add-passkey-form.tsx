"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";
import { type MakingProblems, makePasskey } from "./make-passkey";

type State = { name: string; problem?: string };

type AddPasskeyFormProps = {
  suggestedName: string;
  words: Words<"passkeys">["form"];
  problems: MakingProblems;
};

/** Asks the browser to make a passkey. Nothing of it works without scripts, and the page says so. */
export function AddPasskeyForm({ suggestedName, words, problems }: AddPasskeyFormProps) {
  const [state, submit] = useActionState(add, { name: suggestedName });

  async function add(_previous: State, form: FormData): Promise<State> {
    const name = String(form.get("name"));
    return { name, problem: await makePasskey(name, problems) };
  }

  return (
    <form action={submit} className="grid gap-5 noscript:hidden">
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        name="name"
        label={words.name}
        hint={words.hint}
        autoComplete="off"
        maxLength={60}
        required
        defaultValue={state.name}
      />
      <div>
        <SubmitButton pendingLabel={words.adding}>{words.add}</SubmitButton>
      </div>
    </form>
  );
}
