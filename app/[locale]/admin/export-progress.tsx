"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { confirmByPasskey } from "@/app/[locale]/_step-up/confirm-by-passkey";
import { useProofWords } from "@/app/[locale]/_step-up/proof-words";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import type { Words } from "@/lib/i18n/translator";
import { NotAFile, saveExport } from "./save-export";

/** A screen reader reads each of them out. */
const msBetweenMarks = 1_000;

type Progress = { state: "asking" | "reading" | "done" | "failed" | "stopped"; rows: number };

type ExportWords = Words<"adminOverview">["export"];

type ExportProgressProps = {
  href: string;
  of: string;
  words: ExportWords;
  /** Why the last try gave no file, as the server says it. */
  problem: string | null;
  /** By it `Intl` writes numbers and chooses among plurals (BCP 47). */
  languageTag: string;
  children: ReactNode;
};

/** See ExportForm, which gives it its words. Without JavaScript the server says that a passkey is needed. */
export function ExportProgress({ href, of, words, problem, languageTag, children }: ExportProgressProps) {
  const proofWords = useProofWords();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refusal, setRefusal] = useState(problem);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const isBusy = progress?.state === "asking" || progress?.state === "reading";

  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy) return;
    setRefusal(null);
    setProgress({ state: "asking", rows: 0 });
    const notConfirmed = await confirmByPasskey("export-records", proofWords);
    if (notConfirmed !== null) {
      setProgress(null);
      return setRefusal(notConfirmed);
    }
    const controller = new AbortController();
    running.current = controller;
    let rows = 0;
    let toldAt = performance.now();
    setProgress({ state: "reading", rows });
    try {
      rows = await saveExport(href, controller.signal, (read) => {
        rows = read;
        if (performance.now() - toldAt < msBetweenMarks) return;
        toldAt = performance.now();
        setProgress({ state: "reading", rows });
      });
      setProgress({ state: "done", rows });
    } catch (error) {
      if (error instanceof NotAFile) window.location.assign(error.page);
      setProgress({ state: controller.signal.aborted ? "stopped" : "failed", rows });
    }
  }

  return (
    <form method="post" action={href} onSubmit={start} className="flex flex-wrap items-center gap-3">
      <FormMessage>{refusal}</FormMessage>
      <p role="status" className="text-fine text-ink-muted tabular-nums">
        {progress === null
          ? null
          : progress.state === "asking"
            ? proofWords.asking
            : fill(words[progress.state], { rows: inRows(progress.rows, words.rows, languageTag), all: of })}
      </p>
      {progress?.state === "reading" ? (
        <Button type="button" variant="quiet" size="small" onClick={() => running.current?.abort()}>
          {words.stop}
        </Button>
      ) : null}
      <SubmitButton variant="secondary" size="small" isPending={isBusy}>
        {children}
      </SubmitButton>
    </form>
  );
}

function inRows(count: number, forms: ExportWords["rows"], languageTag: string): string {
  const form = forms[new Intl.PluralRules(languageTag).select(count)];
  return fill(form, { count: count.toLocaleString(languageTag) });
}
