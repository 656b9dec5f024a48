"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Words } from "@/lib/i18n/translator";

type ProofWords = Words<"passkeyProof">["form"];

const ProofWordsContext = createContext<ProofWords | null>(null);

/** Forms that ask for a proof stand on many pages, some within other client components: their layout gives the words. */
export function ProofWordsProvider({ words, children }: { words: ProofWords; children: ReactNode }) {
  return <ProofWordsContext value={words}>{children}</ProofWordsContext>;
}

/** What a form says while a passkey is asked for, in the page's language. */
export function useProofWords(): ProofWords {
  const words = useContext(ProofWordsContext);
  if (words === null) throw new Error("There is no ProofWordsProvider around this.");
  return words;
}
