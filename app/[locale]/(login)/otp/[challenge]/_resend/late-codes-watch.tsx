"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A provider may take 5 s to fail, after this page was shown. */
const lookAgainAfterMs = 7_000;

/**
 * Asks the server once more whether codes are late; what was typed stays. A page that cannot be made anew is loaded by
 * Next as a whole, and on a line that has dropped nothing would be left of it: the line is tried first.
 */
export function LateCodesWatch() {
  const router = useRouter();
  useEffect(() => {
    const over = new AbortController();
    const timer = setTimeout(() => {
      fetch("/api/me", { cache: "no-store", signal: over.signal }).then(
        (answer) => answer.ok && router.refresh(),
        () => {},
      );
    }, lookAgainAfterMs);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [router]);
  return null;
}
