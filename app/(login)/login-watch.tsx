"use client";

import { useEffect } from "react";

/**
 * Loads the page anew when its tab is looked at again and another tab has logged in: the server then leads on to where
 * this tab was going. Without JavaScript the next request does.
 */
export function LoginWatch() {
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch("/api/me", { cache: "no-store" });
      if (answer.ok && (await answer.json()).user !== null) window.location.reload();
    };
    // Who cannot be asked now is asked at the next look.
    const lookQuietly = () => void look().catch(() => {});
    document.addEventListener("visibilitychange", lookQuietly);
    return () => document.removeEventListener("visibilitychange", lookQuietly);
  }, []);
  return null;
}
