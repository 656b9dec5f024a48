"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Spinner } from "@/components/ui/spinner";
import { NotAFile, saveExport } from "./save-export";

/** A screen reader reads each of them out. */
const msBetweenMarks = 1_000;

type Progress = { state: "reading" | "done" | "failed" | "stopped"; rows: number };

const words: Record<Progress["state"], (rows: string, of: string) => string> = {
  reading: (rows, of) => `${rows} of ${of}`,
  done: (rows) => `Saved, with ${rows}.`,
  failed: (rows) => `The export broke off after ${rows}, and nothing was saved. Try again.`,
  stopped: (rows) => `Stopped after ${rows}. Nothing was saved.`,
};

function inRows(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"}`;
}

type ExportLinkProps = {
  /** The route that gives the file. */
  href: string;
  /** How much there is, as the page says it: "about 1,000 users". */
  of: string;
  children: ReactNode;
};

/** A link to a CSV file that tells how much of it has come. Without scripts it is a plain download. */
export function ExportLink({ href, of, children }: ExportLinkProps) {
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
        {progress ? words[progress.state](inRows(progress.rows), of) : null}
      </p>
      {isReading ? (
        <Button type="button" variant="quiet" size="small" onClick={() => running.current?.abort()}>
          Stop
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
        {children}
      </a>
    </div>
  );
}
