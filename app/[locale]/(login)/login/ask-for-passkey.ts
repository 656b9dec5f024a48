import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { logInWithPasskeyAction } from "./passkey-actions";

type Answer = Awaited<ReturnType<typeof startAuthentication>>;

/** What is said where the browser gives no passkey, and where it has none to give. */
export type PasskeyWords = { notAsked: string; unsupported: string };

/** A challenge lives for five minutes; an offer that stands is renewed before that. */
const renewEveryMs = 4 * 60_000;

/**
 * Has the browser ask for a passkey at once, and logs in with it. An offer in the field that stands is withdrawn by it.
 * Gives the sentence that says why nobody was logged in; after a login the page is left.
 */
export async function askForPasskey(words: PasskeyWords): Promise<string> {
  if (!browserSupportsWebAuthn()) return words.unsupported;
  let answer: Answer;
  try {
    answer = await startAuthentication({ optionsJSON: await newOptions() });
  } catch {
    return words.notAsked;
  }
  return await logInWith(answer);
}

async function newOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const answer = await fetch("/api/passkey-challenge", { method: "POST" });
  if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
  return await answer.json();
}

/** Where to lead on stands in the page's address; the action lets only ways within the shop through. */
async function logInWith(answer: Answer): Promise<string> {
  const next = new URLSearchParams(window.location.search).get("next");
  return (await logInWithPasskeyAction(answer, next)).problem;
}

/**
 * Offers passkeys in the email field's autofill until `leave` fires. Gives what logs in with the one that was chosen, as
 * `askForPasskey` does; null where none will be, which is no fault: the visitor asked for nothing.
 */
export async function offerPasskeys(leave: AbortSignal): Promise<(() => Promise<string>) | null> {
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  leave.addEventListener("abort", () => WebAuthnAbortService.cancelCeremony());
  while (!leave.aborted) {
    let isRenewal = false;
    let renewal: ReturnType<typeof setTimeout> | undefined;
    try {
      const optionsJSON = await newOptions();
      if (leave.aborted) return null;
      renewal = setTimeout(() => {
        isRenewal = true;
        WebAuthnAbortService.cancelCeremony();
      }, renewEveryMs);
      const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: true });
      return leave.aborted ? null : () => logInWith(answer);
    } catch {
      if (!isRenewal) return null;
      await untilVisible();
    } finally {
      clearTimeout(renewal);
    }
  }
  return null;
}

/** A tab that nobody looks at asks for nothing. */
async function untilVisible(): Promise<void> {
  while (document.visibilityState !== "visible") {
    await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
  }
}
