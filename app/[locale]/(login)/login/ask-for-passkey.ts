import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { orUnreached } from "@/app/[locale]/_step-up/or-unreached";
import { logInWithPasskeyAction } from "./actions";

type Options = PublicKeyCredentialRequestOptionsJSON;
type Answer = Awaited<ReturnType<typeof startAuthentication>>;

/** Who has waited this long for a challenge is told that the shop does not answer. */
const askWithinMs = 15_000;

/** What is said where the browser gives no passkey, where it has none to give, and where the shop does not answer. */
export type PasskeyWords = { notAsked: string; unsupported: string; unreached: string };

/**
 * Has the browser ask for a passkey at once, and logs in with it. An offer in the field that stands is withdrawn by it.
 * Gives the sentence that says why nobody was logged in; after a login the page is left.
 */
export async function askForPasskey(words: PasskeyWords): Promise<string> {
  if (!browserSupportsWebAuthn()) return words.unsupported;
  const optionsJSON = await orUnreached(newOptions(), null);
  if (optionsJSON === null) return words.unreached;
  const answer = await startAuthentication({ optionsJSON }).catch(() => null);
  return answer === null ? words.notAsked : await logInWith(answer, words.unreached);
}

/**
 * One question at a time, in all tabs together: a browser without a key gets one with the answer, and the later of two
 * answers would take away the key that the other's challenge is bound to.
 */
async function newOptions(): Promise<Options> {
  const signal = AbortSignal.timeout(askWithinMs);
  return await navigator.locks.request("passkey-challenge", { signal }, async () => {
    const answer = await fetch("/api/passkey-challenge", { method: "POST", signal });
    if (!answer.ok) throw new Error(`The shop answered ${answer.status}.`);
    return await answer.json();
  });
}

/** Where to lead on stands in the page's address; the action lets only ways within the shop through. */
async function logInWith(answer: Answer, unreached: string): Promise<string> {
  const next = new URLSearchParams(window.location.search).get("next");
  return (await orUnreached(logInWithPasskeyAction(answer, next), { problem: unreached })).problem;
}

/**
 * Offers passkeys in the email field's autofill until `leave` fires. Gives what logs in with the one that was chosen, as
 * `askForPasskey` does; null where none will be, which is no fault: the visitor asked for nothing.
 */
export async function offerPasskeys(leave: AbortSignal, unreached: string): Promise<(() => Promise<string>) | null> {
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  leave.addEventListener("abort", () => WebAuthnAbortService.cancelCeremony());
  let options = await newOptions();
  while (!leave.aborted) {
    const end = await offerOnce(options);
    if (end === null) return null;
    if ("challenge" in end) options = end;
    else if (!leave.aborted) return () => logInWith(end, unreached);
  }
  return null;
}

/**
 * One offer. Gives the answer; or, after it has become too old, the options for the next one; null where there is
 * neither. It stands until the new options are there.
 */
async function offerOnce(optionsJSON: Options): Promise<Answer | Options | null> {
  let renewed: Options | null = null;
  const answered = startAuthentication({ optionsJSON, useBrowserAutofill: true });
  let isOver = false;
  const stopRenewing = renewInTime(async () => {
    const options = await newOptions().catch(() => null);
    if (isOver || options === null) return;
    renewed = options;
    WebAuthnAbortService.cancelCeremony();
  });
  try {
    return await answered;
  } catch {
    return renewed;
  } finally {
    isOver = true;
    stopRenewing();
  }
}

/** A challenge lives for five minutes; an offer that stands is renewed before that. */
const outdatedAfterMs = 4 * 60_000;

/** A timer does not count the time that a computer sleeps, so the clock is looked at. */
const lookEveryMs = 10_000;

/** Nobody logs in and out again in another tab sooner; that takes this browser's key away, and the challenge with it. */
const goodUnseenMs = 10_000;

/** What holds the passkeys may have covered the page: the answer that it comes back with goes before. */
const answerFirstMs = 1_000;

/**
 * Calls `renew` when an offer that was made now has become too old, by the clock, or when the page comes back into view
 * and another tab may have used the offer's challenge up. Calls again at the next look while the offer stands, for a
 * computer that wakes up has no network yet. A page that nobody looks at asks for nothing. Gives what ends that.
 */
export function renewInTime(renew: () => void): () => void {
  const madeAt = Date.now();
  const renewFrom = (ageMs: number) => {
    if (!document.hidden && Date.now() - madeAt >= ageMs) renew();
  };
  const look = setInterval(() => renewFrom(outdatedAfterMs), lookEveryMs);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const comeBack = () => {
    clearTimeout(pause);
    pause = setTimeout(() => renewFrom(goodUnseenMs), answerFirstMs);
  };
  const over = new AbortController();
  document.addEventListener("visibilitychange", comeBack, over);
  window.addEventListener("pageshow", comeBack, over);
  return () => {
    over.abort();
    clearInterval(look);
    clearTimeout(pause);
  };
}
