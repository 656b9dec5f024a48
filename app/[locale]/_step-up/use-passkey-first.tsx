"use client";

import {
  createContext,
  type FormEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import type { Words } from "@/lib/i18n/translator";
import { isUsedUp, type SensitiveAction, takesCode } from "@/lib/step-up/sensitive-actions";
import { confirmByPasskeyAction, passkeyOptionsAction } from "./actions";
import { orUnreached } from "./or-unreached";

type StepUpWords = Words<"stepUp">["form"];

const StepUpWordsContext = createContext<StepUpWords | null>(null);

/** A context: such forms are on many pages, and layouts have the words. */
export function StepUpWordsProvider({ words, children }: { words: StepUpWords; children: ReactNode }) {
  return <StepUpWordsContext value={words}>{children}</StepUpWordsContext>;
}

export function useStepUpWords(): StepUpWords {
  const words = useContext(StepUpWordsContext);
  if (words === null) throw new Error("There is no StepUpWordsProvider around this.");
  return words;
}

/** Asks for a passkey before the form is sent, unless `wasConfirmed`. The server checks in any case. */
export function usePasskeyFirst(act: SensitiveAction, wasConfirmed: boolean) {
  const words = useStepUpWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, startAsking] = useTransition();
  const isReauthenticated = useRef(wasConfirmed);

  // One form may spend what all share.
  useEffect(() => {
    isReauthenticated.current = wasConfirmed;
  }, [wasConfirmed]);

  function confirmFirst(event: FormEvent<HTMLFormElement>): void {
    setProblem(null);
    if (isReauthenticated.current) {
      isReauthenticated.current = !isUsedUp(act);
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    startAsking(async () => {
      const refusal = await confirmByPasskey(act, words);
      isReauthenticated.current = refusal === null;
      if (isReauthenticated.current) form.requestSubmit();
      else setProblem(refusal);
    });
  }

  /** The re-authentication has expired. */
  const forgetConfirmation = useCallback(() => {
    isReauthenticated.current = false;
  }, []);

  return { confirmFirst, forgetConfirmation, problem, isAsking };
}

/** Re-authenticates by passkey. Null, or the error sentence. */
export async function confirmByPasskey(act: SensitiveAction, words: Words<"stepUp">["form"]): Promise<string | null> {
  const unreached = { problem: words.unreached };
  const library = await orUnreached(import("@simplewebauthn/browser"), null);
  if (library === null) return words.unreached;
  if (!library.browserSupportsWebAuthn()) return takesCode(act) ? words.unsupportedTakesCode : words.unsupported;
  const asked = await orUnreached(passkeyOptionsAction(act), unreached);
  if ("problem" in asked) return asked.problem;
  const answer = await library.startAuthentication({ optionsJSON: asked.options }).catch(() => null);
  if (answer === null) return words.notGiven;
  return (await orUnreached(confirmByPasskeyAction(act, answer), unreached))?.problem ?? null;
}
