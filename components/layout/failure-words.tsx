"use client";

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from "react";
import type { Words } from "@/lib/i18n/translator";

export type SentForm = { path: string; fields: [name: string, value: string][] };

type Failure = { words: Words<"failures">; sent: RefObject<SentForm | null> };

const FailureContext = createContext<Failure | null>(null);

/** Next passes only the error to an error page. Remembers the last form that was sent, in memory alone. */
export function FailureWordsProvider({ words, children }: { words: Words<"failures">; children: ReactNode }) {
  const sent = useRef<SentForm | null>(null);
  useEffect(() => {
    const remember = ({ target }: Event) => {
      if (target instanceof HTMLFormElement) sent.current = { path: ownPath(), fields: readFields(target) };
    };
    document.addEventListener("submit", remember, true);
    return () => document.removeEventListener("submit", remember, true);
  }, []);
  return <FailureContext value={{ words, sent }}>{children}</FailureContext>;
}

export function useFailureWords(): Words<"failures"> {
  return useFailure().words;
}

/** Reads the last form that this page sent; null if there is none. */
export function useSentForm(): () => SentForm | null {
  const { sent } = useFailure();
  return () => (sent.current?.path === ownPath() ? sent.current : null);
}

function useFailure(): Failure {
  const failure = useContext(FailureContext);
  if (failure === null) throw new Error("There is no FailureWordsProvider around this.");
  return failure;
}

const ownPath = () => location.pathname + location.search;

/** Without the fields that name the action. */
function readFields(form: HTMLFormElement): SentForm["fields"] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    name.startsWith("$") || typeof value !== "string" ? [] : [[name, value]],
  );
}
