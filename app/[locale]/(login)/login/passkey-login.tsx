"use client";

import { type ReactNode, useEffect, useState, useTransition } from "react";
import { FormMessage } from "@/components/form/form-message";
import { Button } from "@/components/ui/button";
import type { PasskeyWords } from "./ask-for-passkey";

// Loaded late: the page starts almost without JavaScript.
const load = () => import("./ask-for-passkey");

/** By button, and by autofill where the browser can. Needs JavaScript. */
export function PasskeyLogin({ children, ...words }: PasskeyWords & { children: ReactNode }) {
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const { unreached } = words;

  // A browser asks one thing at a time.
  useEffect(() => {
    if (isPending) return;
    const leave = new AbortController();
    load()
      .then(({ offerPasskeys }) => offerPasskeys(leave.signal, unreached))
      .then(
        (logIn) => logIn && startTransition(async () => setProblem(await logIn())),
        () => {},
      );
    return () => leave.abort();
  }, [isPending, unreached]);

  const ask = () =>
    load().then(
      ({ askForPasskey }) => askForPasskey(words),
      () => unreached,
    );
  const press = () => startTransition(async () => setProblem(await ask()));
  return (
    <>
      <FormMessage>{problem}</FormMessage>
      <Button variant="secondary" block onClick={press} disabled={isPending} aria-busy={isPending}>
        {children}
      </Button>
    </>
  );
}
