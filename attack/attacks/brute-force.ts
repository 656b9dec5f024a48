import type { AttackContext } from "@/attack/client/attack-context";
import {
  type CodeRequest,
  enterCode,
  findSentence,
  follow,
  openCodeForm,
  StartRefused,
  wrongCode,
} from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import { givesSession } from "@/attack/client/shop-client";

const parallelGuesses = 20;
/** Comparisons per challenge (R6). */
const maxCompared = 5;

/**
 * Guesses more often than is allowed: on one challenge, all at the same moment, and across challenges, until the
 * identity's ten failures of an hour are spent. Uses an address of its own, which is closed for an hour afterwards.
 */
export async function attackBruteForce(context: AttackContext): Promise<Finding[]> {
  const account = context.newAccount();
  const first = await context.startRegistration(account);
  return [await guessInParallel(context, first), await guessAcrossChallenges(context, account)];
}

async function guessInParallel(context: AttackContext, request: CodeRequest): Promise<Finding> {
  const code = await context.readCode(request);
  const form = await openCodeForm(request);
  const guesses = await Promise.all(wrongCodes(code).map((guess) => enterCode(request, guess, { form })));
  const right = await enterCode(request, code, { form });
  const compared = await context.inbox.countComparisons(request.address);

  const subject = {
    asvs: "6.6.3",
    requirement: "R6",
    tried: `${parallelGuesses} wrong codes at the same moment, then the right one`,
  };
  const problems = guesses.filter(({ status }) => status >= 500).map(({ status }) => `a guess answered ${status}`);
  if (compared !== null && compared > maxCompared) problems.push(`${compared} codes were compared`);
  if ([...guesses, right].some(givesSession)) problems.push("the right code was accepted after all of them");
  if (compared === 0 && problems.length === 0) {
    return notTried(subject, "no guess reached a comparison, so nothing shows how many would be compared");
  }
  return judge(
    subject,
    problems,
    `the right code was refused${compared === null ? "" : `, ${compared} codes were compared`}`,
  );
}

async function guessAcrossChallenges(
  context: AttackContext,
  account: Parameters<AttackContext["startRegistration"]>[0],
): Promise<Finding> {
  const subject = {
    asvs: "6.3.1",
    requirement: "R7, R11",
    tried: "five more wrong codes on a second challenge, then the right one on a third",
  };
  try {
    const second = await context.startRegistration(account);
    const form = await openCodeForm(second);
    for (const guess of wrongCodes(await context.readCode(second)).slice(0, maxCompared)) {
      await enterCode(second, guess, { form });
    }
    const third = await context.startRegistration(account);
    const answer = await enterCode(third, await context.readCode(third));
    if (givesSession(answer)) return judge(subject, ["the right code was accepted after ten wrong ones"], "");
    const refusal = await follow(third.browser, answer);
    return judge(
      subject,
      saysWhen(refusal) ? [] : ["refused, but neither Retry-After nor a sentence says when"],
      sentenceOf(refusal),
    );
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    return notTried(subject, `a new challenge was refused before the failures were spent: ${error.message}`);
  }
}

function saysWhen(refusal: Answer): boolean {
  const isTold = /\b(\d+ (second|minute|hour)s?|\d{1,2}:\d{2})\b/i.test(findSentence(refusal) ?? "");
  return refusal.headers["retry-after"] !== undefined || isTold;
}

function sentenceOf(refusal: Answer): string {
  return `refused with ${refusal.status}: ${findSentence(refusal) ?? "no sentence"}`;
}

function wrongCodes(code: string): string[] {
  const other = wrongCode(code);
  return Array.from({ length: parallelGuesses }, (_, guess) => other.slice(0, 1) + String(guess).padStart(5, "0"));
}
