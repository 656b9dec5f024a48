"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { messages } from "@/lib/auth/messages";
import { addPasskeyAction, newPasskeyOptionsAction } from "./actions";

type State = { name: string; problem?: string };

/** Asks the browser to make a passkey. Nothing of it works without scripts, and the page says so. */
export function AddPasskeyForm({ suggestedName }: { suggestedName: string }) {
  const [state, submit] = useActionState(makePasskey, { name: suggestedName });
  return (
    <form action={submit} className="grid gap-5 noscript:hidden">
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        name="name"
        label="Name of the passkey"
        hint="So that you know it again in this list."
        autoComplete="off"
        maxLength={60}
        required
        defaultValue={state.name}
      />
      <div>
        <SubmitButton pendingLabel="Waiting for your device…">Add a passkey</SubmitButton>
      </div>
    </form>
  );
}

async function makePasskey(_previous: State, form: FormData): Promise<State> {
  const name = String(form.get("name"));
  const { browserSupportsWebAuthn, startRegistration } = await import("@simplewebauthn/browser");
  if (!browserSupportsWebAuthn()) return { name, problem: messages.PASSKEYS_UNSUPPORTED };
  const optionsJSON = await newPasskeyOptionsAction();
  let answer: Awaited<ReturnType<typeof startRegistration>>;
  try {
    answer = await startRegistration({ optionsJSON });
  } catch (error) {
    // A device that holds one of the passkeys already (WebAuthn section 5.1.3); everything else is a person's "no".
    const isKnown = error instanceof Error && error.name === "InvalidStateError";
    return { name, problem: isKnown ? messages.PASSKEY_KNOWN : messages.PASSKEY_NOT_MADE };
  }
  return { name, ...(await addPasskeyAction(name, answer)) };
}
