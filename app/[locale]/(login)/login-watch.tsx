"use client";

import { useEffect } from "react";
import { leavePersonalData } from "@/components/layout/personal-document";

/**
 * Has the page loaded anew when its tab is looked at again and another tab has logged in: the server then leads on to
 * where this tab was going. Without JavaScript the next request does.
 */
export function useLoginWatch(): void {
  useEffect(() => {
    leavePersonalData();
    const look = () => {
      // Who cannot be asked now is asked at the next look.
      if (!document.hidden) lookForLogin().catch(() => {});
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
}

/** `useLoginWatch` for a page that is made on the server. */
export function LoginWatch() {
  useLoginWatch();
  return null;
}

/** Loads the page again if somebody is logged in. */
async function lookForLogin(): Promise<void> {
  const answer = await fetch("/api/me", { cache: "no-store" });
  if (answer.ok && (await answer.json()).user !== null) window.location.reload();
}
