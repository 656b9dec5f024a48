import type { AttackContext } from "@/attack/client/attack-context";
import {
  type CodeRequest,
  challengeOf,
  enterCode,
  findBotCheckRequest,
  openCodeForm,
  StartRefused,
  wrongCode,
} from "@/attack/client/code-request";
import { type Finding, judge } from "@/attack/client/finding";
import type { Browser } from "@/attack/client/shop-client";

const page = "/account/email";

/** Guesses at a stranger's address as the new address of an account of one's own, where only the session was counted. */
export async function guessByEmailChange(context: AttackContext): Promise<Finding[]> {
  const { account, browser } = await context.findMember();
  await confirmChange(context, account.email, browser);
  const victim = context.newAddress();
  const change = await ask(context, browser, "Send code", victim);
  const wrong = wrongCode(await context.readCode(change)).slice(0, 5);
  const form = await openCodeForm(change);
  let compared = 0;
  for (let guess = 1; guess <= 5; guess++) {
    const answer = await enterCode(change, `${wrong}${guess}`, { form, withoutBotCheck: true });
    if (findBotCheckRequest(answer, "Verify") === null) compared += 1;
  }

  const subject = {
    asvs: "6.3.1",
    requirement: "R7",
    tried: "five wrong codes for a stranger's address, as the new email of an account",
  };
  const problems = compared > 3 ? [`${compared} were compared, and the address's budget knew nothing of them`] : [];
  return [judge(subject, problems, `${compared} were compared, then the address's own budget asked for a bot check`)];
}

/** Confirms with the code of a step-up that this member may change their email. */
async function confirmChange(context: AttackContext, email: string, browser: Browser): Promise<void> {
  const stepUp = await ask(context, browser, "Change email", email);
  await enterCode(stepUp, await context.readCode(stepUp));
}

/** Presses a button of the page, which sends a code to `address`. */
async function ask(context: AttackContext, browser: Browser, button: string, address: string): Promise<CodeRequest> {
  const askedAt = await context.inbox.now();
  const started = await browser.submit(await browser.openForm(page, button), { email: address });
  const challengeId = challengeOf(started);
  if (challengeId === null) throw new StartRefused(started);
  context.countSend(address);
  return { browser, address, challengeId, page: `/otp/${challengeId}`, started, startedAt: Date.now(), askedAt };
}
