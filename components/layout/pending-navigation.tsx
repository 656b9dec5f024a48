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

/** Tells `PendingNavigation` that a page is on the way for as long as this is true. */
export function useReportPending(isPending: boolean): void {
  useEffect(() => {
    if (!isPending) return;
    change(1);
    return () => change(-1);
  }, [isPending]);
}

/** Inside a Link: tells `PendingNavigation` that its page is on the way. Shows nothing itself. */
export function ReportPending() {
  useReportPending(useLinkStatus().pending);
  return null;
}

/** How long a page must be on the way before it is said, in milliseconds: quick ones are not worth a word. */
const sayAfterMs = 400;

/**
 * Says that a page is on the way: by a bar on top of the window, which comes late enough that quick pages do not
 * flicker, and to screen readers, in `sentence`, when they have nothing else to say. Without JavaScript the browser
 * does it.
 */
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
