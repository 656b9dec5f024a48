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

/** Forms that ask for a proof stand on many pages, some within other client components: their layout gives the words. */
export function StepUpWordsProvider({ words, children }: { words: StepUpWords; children: ReactNode }) {
  return <StepUpWordsContext value={words}>{children}</StepUpWordsContext>;
}

/** What a form says while a passkey is asked for, in the page's language. */
export function useStepUpWords(): StepUpWords {
  const words = useContext(StepUpWordsContext);
  if (words === null) throw new Error("There is no StepUpWordsProvider around this.");
  return words;
}

/**
 * Holds a form back until a passkey has confirmed its act, and sends it then. `wasConfirmed`: that was done just now, and
 * nothing is asked. Without JavaScript nothing is held back, and the server asks for what it takes.
 */
export function usePasskeyFirst(act: SensitiveAction, wasConfirmed: boolean) {
  const words = useStepUpWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, startAsking] = useTransition();
  const isReauthenticated = useRef(wasConfirmed);

  // Forms of one page share a proof: what one of them has used up, the others no longer have.
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

  /** For when the server says that the proof has run out. */
  const forgetConfirmation = useCallback(() => {
    isReauthenticated.current = false;
  }, []);

  return { confirmFirst, forgetConfirmation, problem, isAsking };
}

/**
 * Has the browser ask for a passkey, and takes its answer as a fresh proof for this act. Null after that, else the
 * sentence that says why not, also where the shop cannot be reached. The library comes when it is needed.
 */
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
