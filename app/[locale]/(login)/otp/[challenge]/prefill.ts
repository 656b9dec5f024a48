"use client";

"use client";

import { type RefObject, useEffect, useRef } from "react";
import { readTypedCode } from "@/lib/typed-text";

/** Submits a code typed before scripts ran. Call before hooks that fill the field. Skips codes restored by the
 * browser. */
export function useTypedEarly(input: RefObject<HTMLInputElement | null>): void {
  const hasLooked = useRef(false);
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (visit?.type !== "navigate") return;
    if (readTypedCode(input.current?.value ?? "") !== null) input.current?.form?.requestSubmit();
  }, [input]);
}

/** Moves a mailed code out of the address (history, copies) to `onCode`, which must be stable. */
export function useMailedCode(onCode?: (code: string) => void): void {
  useEffect(() => {
    const take = () => {
      const code = takeMailedCode();
      if (code !== null) onCode?.(code);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [onCode]);
}

function takeMailedCode(): string | null {
  const { hash, pathname, search } = window.location;
  if (!/^#\d/.test(hash)) return null;
  const clean = pathname + search;
  window.history.replaceState(window.history.state, "", clean);
  // Again, or Next's router would restore the first address.
  setTimeout(() => {
    if (window.location.pathname + window.location.search === clean) window.history.replaceState(null, "", clean);
  });
  return readTypedCode(hash.slice(1));
}

/** TypeScript lacks it. */
type OtpCredential = { code?: unknown };

/** WebOTP (wicg.github.io/web-otp): asks the browser for a texted code of our domain. `onCode` must be stable. */
export function useTextedCode(isOffered: boolean, onCode: (code: string) => void): void {
  useEffect(() => {
    if (!isOffered || !("OTPCredential" in window)) return;
    const waiting = new AbortController();
    const request = { otp: { transport: ["sms"] }, signal: waiting.signal } as CredentialRequestOptions;
    navigator.credentials.get(request).then(
      (credential) => {
        const { code } = (credential ?? {}) as OtpCredential;
        if (!waiting.signal.aborted && typeof code === "string") onCode(code);
      },
      // Refused, or the page was left.
      () => {},
    );
    return () => waiting.abort();
  }, [isOffered, onCode]);
}

export function ForgetMailedCode() {
  useMailedCode();
  return null;
}
