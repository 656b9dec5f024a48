import { useEffect } from "react";

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
