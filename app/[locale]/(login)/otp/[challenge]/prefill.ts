"use client";

"use client";

import { type RefObject, useEffect, useRef } from "react";
import { readTypedCode } from "@/lib/typed-text";

/**
 * Sends the form of a field that already holds a whole code when the page's scripts begin to listen: on a slow network
 * people type or paste before that, and nothing would happen. Must stand before whatever fills the field in by script.
 * A code that the browser put back, on a reload or on the way back, was sent before, and would cost one of the tries.
 */
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

/**
 * Takes the code that a mailed link carries behind its `#` out of the address bar, when the page opens and when the link
 * is opened in it again, so that the code stays neither in the history nor in what people copy. `onCode` gets it if it
 * is one; must not change from render to render. What else starts with a digit is dropped, other fragments are left.
 */
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
  // Once more when Next listens, or its router would put the address of the first load back at the next refresh.
  setTimeout(() => {
    if (window.location.pathname + window.location.search === clean) window.history.replaceState(null, "", clean);
  });
  return readTypedCode(hash.slice(1));
}

/** What the browser hands over; TypeScript does not know it yet. */
type OtpCredential = { code?: unknown };

/**
 * Asks the browser for the code of a text message that ends with `@our-domain #code` (WebOTP,
 * https://wicg.github.io/web-otp/). It asks the person first, and gives the code to that domain alone. Where it cannot,
 * nothing happens: the person types, or the keyboard offers the code. `onCode` must not change from render to render.
 */
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
      // The person said no, or the page is left.
      () => {},
    );
    return () => waiting.abort();
  }, [isOffered, onCode]);
}

/** Takes a mailed code out of the address of a page that has no use for it. */
export function ForgetMailedCode() {
  useMailedCode();
  return null;
}
