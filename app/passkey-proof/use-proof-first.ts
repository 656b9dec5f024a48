"use client";

import { type FormEvent, useCallback, useRef, useState, useTransition } from "react";
import type { PasskeyAct } from "@/lib/step-up/sensitive-acts";
import { confirmByPasskey } from "./confirm-by-passkey";

/**
 * Holds a form back until a passkey has confirmed its act, and sends it then. `wasProven`: that was done just now, and
 * nothing is asked. Without JavaScript nothing is held back, and the server says that a passkey is needed.
 */
export function useProofFirst(act: PasskeyAct, wasProven: boolean) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, startAsking] = useTransition();
  const isProven = useRef(wasProven);

  function proveFirst(event: FormEvent<HTMLFormElement>): void {
    setProblem(null);
    if (isProven.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    startAsking(async () => {
      const refusal = await confirmByPasskey(act);
      isProven.current = refusal === null;
      if (isProven.current) form.requestSubmit();
      else setProblem(refusal);
    });
  }

  /** For when the server says that the proof has run out. */
  const forgetProof = useCallback(() => {
    isProven.current = false;
  }, []);

  return { proveFirst, forgetProof, problem, isAsking };
}
