"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Spinner } from "@/components/ui/spinner";
import { fill } from "@/lib/i18n/fill";
import type { Words } from "@/lib/i18n/translator";
import { NotAFile, saveExport } from "./save-export";

/** A screen reader reads each of them out. */
const msBetweenMarks = 1_000;

type Progress = { state: "reading" | "done" | "failed" | "stopped"; rows: number };

type ExportWords = Words<"adminOverview">["export"];

type ExportProgressProps = {
  href: string;
  of: string;
  words: ExportWords;
  /** By it `Intl` writes numbers and chooses among plurals (BCP 47). */
  languageTag: string;
  children: ReactNode;
};

/** See ExportLink, which gives it its words. */
export function ExportProgress({ href, of, words, languageTag, children }: ExportProgressProps) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const isReading = progress?.state === "reading";

  async function start(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (isReading) return;
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
      if (error instanceof NotAFile) window.location.assign(href);
      setProgress({ state: controller.signal.aborted ? "stopped" : "failed", rows });
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="text-fine text-ink-muted tabular-nums">
        {progress
          ? fill(words[progress.state], { rows: inRows(progress.rows, words.rows, languageTag), all: of })
          : null}
      </p>
      {isReading ? (
        <Button type="button" variant="quiet" size="small" onClick={() => running.current?.abort()}>
          {words.stop}
        </Button>
      ) : null}
      <a
        href={href}
        download
        aria-disabled={isReading}
        onClick={start}
        className={buttonStyle({ variant: "secondary", size: "small" })}
      >
        {isReading ? <Spinner /> : null}
        <span className="contents">{children}</span>
      </a>
    </div>
  );
}

function inRows(count: number, forms: ExportWords["rows"], languageTag: string): string {
  const form = forms[new Intl.PluralRules(languageTag).select(count)];
  return fill(form, { count: count.toLocaleString(languageTag) });
}
