"use client";

import { type FormEvent, useCallback, useEffect, useRef, useState, useTransition } from "react";
import { isUsedUp, type SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { confirmByPasskey } from "./confirm-by-passkey";
import { useProofWords } from "./proof-words";

/**
 * Holds a form back until a passkey has confirmed its act, and sends it then. `wasProven`: that was done just now, and
 * nothing is asked. Without JavaScript nothing is held back, and the server asks for what it takes.
 */
export function useProofFirst(act: SensitiveAct, wasProven: boolean) {
  const words = useProofWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, startAsking] = useTransition();
  const isProven = useRef(wasProven);

  // Forms of one page share a proof: what one of them has used up, the others no longer have.
  useEffect(() => {
    isProven.current = wasProven;
  }, [wasProven]);

  function proveFirst(event: FormEvent<HTMLFormElement>): void {
    setProblem(null);
    if (isProven.current) {
      isProven.current = !isUsedUp(act);
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    startAsking(async () => {
      const refusal = await confirmByPasskey(act, words);
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
