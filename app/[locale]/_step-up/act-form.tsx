"use client";

import type { ComponentProps } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { ProofFirstForm } from "./proof-first-form";
import { byCodePath, type ProofWay } from "./proof-way";
import { useProofWords } from "./proof-words";

type ActFormProps = Omit<ComponentProps<typeof ProofFirstForm>, "codePath"> & {
  way: ProofWay;
  /** The page that it stands on. */
  path: string;
};

/** One button that does something sensitive, and the way in which it is confirmed. `action` has the last word on both. */
export function ActForm({ way, path, ...form }: ActFormProps) {
  const { sending } = useProofWords();
  if (way === "passkey") return <ProofFirstForm {...form} codePath={byCodePath(path)} />;
  if (way !== "code") return <ProofFirstForm {...form} />;
  const { action, button, children } = form;
  return (
    <form action={action}>
      {children}
      <SubmitButton {...button} pendingLabel={sending} />
    </form>
  );
}
