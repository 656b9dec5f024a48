"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Words } from "@/lib/i18n/translator";
import { addPasskeyAction, newPasskeyOptionsAction } from "./actions";

type State = { name: string; problem?: string };

type AddPasskeyFormProps = {
  suggestedName: string;
  words: Words<"passkeys">["form"];
  problems: { unsupported: string; known: string; notMade: string };
};

/** Asks the browser to make a passkey. Nothing of it works without scripts, and the page says so. */
export function AddPasskeyForm({ suggestedName, words, problems }: AddPasskeyFormProps) {
  const [state, submit] = useActionState(makePasskey, { name: suggestedName });

  async function makePasskey(_previous: State, form: FormData): Promise<State> {
    const name = String(form.get("name"));
    const { browserSupportsWebAuthn, startRegistration } = await import("@simplewebauthn/browser");
    if (!browserSupportsWebAuthn()) return { name, problem: problems.unsupported };
    const optionsJSON = await newPasskeyOptionsAction();
    let answer: Awaited<ReturnType<typeof startRegistration>>;
    try {
      answer = await startRegistration({ optionsJSON });
    } catch (error) {
      // A device that holds one of the passkeys already (WebAuthn section 5.1.3); everything else is a person's "no".
      const isKnown = error instanceof Error && error.name === "InvalidStateError";
      return { name, problem: isKnown ? problems.known : problems.notMade };
    }
    return { name, ...(await addPasskeyAction(name, answer)) };
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
