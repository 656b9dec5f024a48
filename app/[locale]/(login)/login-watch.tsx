"use client";

import { useEffect } from "react";
import { askWhoIsHere, leavePersonalData, tellOtherTabs } from "@/components/layout/personal-document";

/** Reloads a tab that is looked at again after a login in another tab; the server then redirects. */
export function useLoginWatch(): void {
  useEffect(() => {
    leavePersonalData();
    tellOtherTabs();
    const look = () => {
      // On failure, asks again at the next look.
      if (!document.hidden) lookForLogin().catch(() => {});
    };
    if (isKeptByNext()) look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
}

let isFirstHere = true;

/** Next's script keeps a static page for minutes, maybe since before a login in another tab. */
function isKeptByNext(): boolean {
  const [visit] = performance.getEntriesByType("navigation");
  const isNew = isFirstHere && visit !== undefined && new URL(visit.name).pathname === location.pathname;
  isFirstHere = false;
  return !isNew && /^\/(login|register)$/.test(location.pathname);
}

/** `useLoginWatch` for server components. */
export function LoginWatch() {
  useLoginWatch();
  return null;
}

/** Loads the page again if somebody is logged in. */
async function lookForLogin(): Promise<void> {
  if ((await askWhoIsHere()).user !== null) window.location.reload();
}
