"use client";

import { useLinkStatus } from "next/link";
import { useEffect, useState, useSyncExternalStore } from "react";
import { classNames } from "@/components/ui/class-names";

let underWay = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  underWay += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useReportPending(isPending: boolean): void {
  useEffect(() => {
    if (!isPending) return;
    change(1);
    return () => change(-1);
  }, [isPending]);
}

export function ReportPending() {
  useReportPending(useLinkStatus().pending);
  return null;
}

/** In ms; quick pages stay silent. */
const sayAfterMs = 400;

/** A bar, and `sentence` for screen readers, while a page loads. */
export function PendingNavigation({ sentence }: { sentence: string }) {
  const isPending = useSyncExternalStore(
    subscribe,
    () => underWay > 0,
    () => false,
  );
  const [isSaid, setIsSaid] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setIsSaid(true), sayAfterMs);
    return () => {
      clearTimeout(timer);
      setIsSaid(false);
    };
  }, [isPending]);
  return (
    <>
      <div
        aria-hidden="true"
        data-pending={isPending}
        className={classNames(
          "pointer-events-none fixed inset-x-0 top-0 z-50 h-1 overflow-hidden bg-accent-soft",
          isPending ? "opacity-100 transition-opacity delay-75 duration-0" : "opacity-0",
        )}
      >
        {isPending ? (
          <div className="h-full w-1/3 animate-under-way bg-accent-text forced-colors:bg-[Highlight] motion-reduce:w-full" />
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {isSaid ? sentence : ""}
      </p>
    </>
  );
}
