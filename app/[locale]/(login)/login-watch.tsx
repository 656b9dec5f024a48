"use client";

import { useEffect } from "react";
import { leavePersonalData } from "@/components/layout/personal-document";

/**
 * Has the page loaded anew when its tab is looked at again and another tab has logged in: the server then leads on to
 * where this tab was going. Without JavaScript the next request does. What asks comes when it is needed.
 */
export function useLoginWatch(): void {
  useEffect(() => {
    leavePersonalData();
    const look = () => {
      // Who cannot be asked now is asked at the next look.
      if (!document.hidden) import("./look-for-login").then((late) => late.lookForLogin()).catch(() => {});
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
