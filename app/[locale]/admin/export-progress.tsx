"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { confirmByPasskey, useStepUpWords } from "@/app/[locale]/_step-up/use-passkey-first";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import type { Words } from "@/lib/i18n/translator";

/** Screen readers read each one. */
const msBetweenMarks = 1_000;

type Progress = { state: "asking" | "reading" | "done" | "failed" | "stopped"; rows: number };

type ExportWords = Words<"adminOverview">["export"];

type ExportProgressProps = {
  href: string;
  of: string;
  words: ExportWords;
  problem: string | null;
  /** BCP 47. */
  languageTag: string;
  children: ReactNode;
};

/** Without JavaScript the server asks for the passkey. */
export function ExportProgress({ href, of, words, problem, languageTag, children }: ExportProgressProps) {
  const stepUpWords = useStepUpWords();
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
    const notConfirmed = await confirmByPasskey("export-records", stepUpWords);
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
      <p role="status" className="text-fine text-ink-muted tabular-nums empty:-me-3">
        {progress === null
          ? null
          : progress.state === "asking"
            ? stepUpWords.asking
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

/** Without the header line. */
type OnRows = (rows: number) => void;

/** The server redirected: to the login, or an error. */
class NotAFile extends Error {
  override name = "NotAFile";
  constructor(readonly page: string) {
    super("The answer is not a file.");
  }
}

/** From this size on, parts can move to disk. */
const partBytes = 8 * 1_024 * 1_024;
const LINE_FEED = 10;

/** Saves a CSV file and reports its rows. Throws NotAFile, or as `fetch`; a partial file is not saved. */
async function saveExport(href: string, signal: AbortSignal, onRows: OnRows): Promise<number> {
  // As a plain form: without a file the answer is a 303.
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(href, { method: "POST", headers, body: "", signal });
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  if (!answer.ok || answer.body === null || name === undefined) throw new NotAFile(answer.url);
  const reader = answer.body.getReader();
  let file = new Blob();
  let part: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let lines = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    part.push(value);
    bytes += value.length;
    for (const byte of value) if (byte === LINE_FEED) lines++;
    if (bytes > partBytes) {
      file = new Blob([file, ...part]);
      part = [];
      bytes = 0;
    }
    onRows(Math.max(0, lines - 1));
  }
  save(new Blob([file, ...part], { type: "text/csv" }), name);
  return Math.max(0, lines - 1);
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // A browser may ask where to save first.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
