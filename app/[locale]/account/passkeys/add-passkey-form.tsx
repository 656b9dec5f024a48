"use client";

import { useActionState } from "react";
import { orUnreached } from "@/app/[locale]/_step-up/or-unreached";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";
import { addPasskeyAction, newPasskeyOptionsAction } from "./actions";

type State = { name: string; problem?: string };

type AddPasskeyFormProps = {
  suggestedName: string;
  words: Words<"passkeys">["form"];
  problems: MakingProblems;
};

/** Needs JavaScript, and the page says so. */
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

/** `unreached`: nothing was made; `leftOnDevice`: the device has one now. */
type MakingProblems = Record<"unsupported" | "known" | "notMade" | "unreached" | "leftOnDevice", string>;

/** Gives the error sentence, else leaves the page. */
async function makePasskey(name: string, problems: MakingProblems): Promise<string> {
  const library = await orUnreached(import("@simplewebauthn/browser"), null);
  if (library === null) return problems.unreached;
  if (!library.browserSupportsWebAuthn()) return problems.unsupported;
  const asked = await orUnreached(newPasskeyOptionsAction(), { problem: problems.unreached });
  if ("problem" in asked) return asked.problem;
  let answer: Awaited<ReturnType<typeof library.startRegistration>>;
  try {
    answer = await library.startRegistration({ optionsJSON: asked.options });
  } catch (error) {
    // The device has one already (WebAuthn 5.1.3); all else means the person declined.
    const isKnown = error instanceof Error && error.name === "InvalidStateError";
    return isKnown ? problems.known : problems.notMade;
  }
  return (await orUnreached(addPasskeyAction(name, answer), { problem: problems.leftOnDevice })).problem;
}
