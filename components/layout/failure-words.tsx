"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Words } from "@/lib/i18n/translator";

const FailureWordsContext = createContext<Words<"failures"> | null>(null);

/** Next hands an error page nothing but the error, so the layout leaves the sentences for it here. */
export function FailureWordsProvider({ words, children }: { words: Words<"failures">; children: ReactNode }) {
  return <FailureWordsContext value={words}>{children}</FailureWordsContext>;
}

/** The sentences for what could not be shown, in the page's language. */
export function useFailureWords(): Words<"failures"> {
  const words = useContext(FailureWordsContext);
  if (words === null) throw new Error("There is no FailureWordsProvider around this.");
  return words;
}
