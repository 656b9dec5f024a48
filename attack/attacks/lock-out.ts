import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode, findBotCheckRequest, openCodeForm, wrongCode } from "@/attack/client/code-request";
import { type Finding, judge } from "@/attack/client/finding";
import { givesSession } from "@/attack/client/shop-client";

/** Wrong codes that one address may have without any bot check, over all sources (lib/limits/policies.ts). */
const mostUnproven = 5;

/** Closes an address to its owner's new browsers cheaply: two requests, ten wrong codes, no bot check. */
export async function attackByLockOut(context: AttackContext): Promise<Finding[]> {
  const account = context.newAccount();
  let askedForBotCheck = 0;
  for (let request = 1; request <= 2; request++) {
    const started = await context.startRegistration(account);
    const form = await openCodeForm(started);
    const wrong = wrongCode(await context.readCode(started)).slice(0, 5);
    for (let guess = 1; guess <= 5; guess++) {
      const answer = await enterCode(started, `${wrong}${guess}`, { form, withoutBotCheck: true });
      if (findBotCheckRequest(answer, "Verify") !== null) askedForBotCheck += 1;
    }
  }
  const owner = await context.startRegistration(account);
  const answer = await enterCode(owner, await context.readCode(owner));

  const subject = {
    asvs: "6.1.1",
    requirement: "R8, R19",
    tried: "ten wrong codes in two requests without a bot check, then the right one in a new browser",
  };
  const problems: string[] = [];
  if (10 - askedForBotCheck > mostUnproven)
    problems.push(`${10 - askedForBotCheck} wrong codes went without a bot check`);
  if (!givesSession(answer)) problems.push(`the owner's right code was refused (${answer.status})`);
  return [judge(subject, problems, `${askedForBotCheck} of 10 met the bot check, and the owner got in`)];
}
