"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Words } from "@/lib/i18n/translator";

const FailureWordsContext = createContext<Words<"failures"> | null>(null);

/** Next passes only the error to an error page. */
export function FailureWordsProvider({ words, children }: { words: Words<"failures">; children: ReactNode }) {
  return <FailureWordsContext value={words}>{children}</FailureWordsContext>;
}

export function useFailureWords(): Words<"failures"> {
  const words = useContext(FailureWordsContext);
  if (words === null) throw new Error("There is no FailureWordsProvider around this.");
  return words;
}
