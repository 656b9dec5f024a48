"use client";

import { type ReactNode, useEffect, useState, useTransition } from "react";
import { FormMessage } from "@/components/form/form-message";
import { Button } from "@/components/ui/button";
import type { PasskeyWords } from "./ask-for-passkey";

// The library and the actions come after the page: what it loads at once is almost free of JavaScript.
const load = () => import("./ask-for-passkey");

/**
 * Logs in with a passkey by a button, and by the email field's autofill where the browser can. Needs JavaScript. All
 * words come from the page, where they cost no script.
 */
export function PasskeyLogin({ children, ...words }: PasskeyWords & { children: ReactNode }) {
  const [problem, setProblem] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const { unreached } = words;

  // While the button asks, the field offers nothing: a browser asks one thing at a time.
  useEffect(() => {
    if (isPending) return;
    const leave = new AbortController();
    load()
      .then(({ offerPasskeys }) => offerPasskeys(leave.signal, unreached))
      .then(
        (logIn) => logIn && startTransition(async () => setProblem(await logIn())),
        // An offer that cannot be made is missed by nobody.
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
