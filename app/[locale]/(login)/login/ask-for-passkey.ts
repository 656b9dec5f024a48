import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { orUnreached } from "@/app/[locale]/_step-up/or-unreached";
import { forgetPasskey, newPasskeyOptions, type PasskeyOptions } from "@/components/layout/device-passkeys";
import { logInWithPasskeyAction } from "./actions";

type Answer = Awaited<ReturnType<typeof startAuthentication>>;

export type PasskeyWords = { notAsked: string; unsupported: string; unreached: string };

/** Asks for a passkey, replacing the autofill offer, and logs in. Gives the error sentence, else leaves the page. */
export async function askForPasskey(words: PasskeyWords): Promise<string> {
  if (!browserSupportsWebAuthn()) return words.unsupported;
  const optionsJSON = await orUnreached(newPasskeyOptions(), null);
  if (optionsJSON === null) return words.unreached;
  const answer = await startAuthentication({ optionsJSON }).catch(() => null);
  return answer === null ? words.notAsked : await logInWith(answer, words.unreached);
}

/** The server validates the return path. */
async function logInWith(answer: Answer, unreached: string): Promise<string> {
  const next = new URLSearchParams(window.location.search).get("next");
  const refused: Awaited<ReturnType<typeof logInWithPasskeyAction>> = await orUnreached(
    logInWithPasskeyAction(answer, next),
    { problem: unreached },
  );
  if (refused.isUnknown) await forgetPasskey(answer.id);
  return refused.problem;
}

/** Offers passkeys in autofill until `leave`. Gives the login with the chosen one, or null. */
export async function offerPasskeys(leave: AbortSignal, unreached: string): Promise<(() => Promise<string>) | null> {
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  leave.addEventListener("abort", () => WebAuthnAbortService.cancelCeremony());
  let options = await newPasskeyOptions();
  while (!leave.aborted) {
    const end = await offerOnce(options);
    if (end === null) return null;
    if ("challenge" in end) options = end;
    else if (!leave.aborted) return () => logInWith(end, unreached);
  }
  return null;
}

/** Gives the answer, new options when the offer is too old, or null. Stands until the new options are there. */
async function offerOnce(optionsJSON: PasskeyOptions): Promise<Answer | PasskeyOptions | null> {
  let renewed: PasskeyOptions | null = null;
  const answered = startAuthentication({ optionsJSON, useBrowserAutofill: true });
  let isOver = false;
  const stopRenewing = renewInTime(async () => {
    const options = await newPasskeyOptions().catch(() => null);
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

/** Challenges live five minutes. */
const outdatedAfterMs = 4 * 60_000;

/** Timers stop while a computer sleeps. */
const lookEveryMs = 10_000;

/** A login elsewhere takes this browser's key, and no one is faster. */
const goodUnseenMs = 10_000;

/** The passkey dialog hides the page, and its answer comes first. */
const answerFirstMs = 1_000;

/** Calls `renew` when an offer gets too old or another tab may have used it, and again at later looks. Gives a stop
 * function. */
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
