"use client";

import { useActionState } from "react";
import { useLoginWatch } from "@/app/[locale]/(login)/use-login-watch";
import { FormMessage } from "@/components/form/form-message";
import { HumanProof } from "@/components/form/human-proof";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requestLoginCodeAction } from "./actions";

/** Works as a plain HTML form too; with JavaScript it only saves the page from loading anew. */
export function LoginForm({ next }: { next: string | null }) {
  const [state, submit] = useActionState(requestLoginCodeAction, { email: "" });
  useLoginWatch();
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormMessage>{state.problem}</FormMessage>
      <TextField
        name="email"
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={state.email}
        error={state.emailError}
      />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <HumanProof request={state.proof} />
      <SubmitButton block pendingLabel="Sending…">
        Send code
      </SubmitButton>
    </form>
  );
}
