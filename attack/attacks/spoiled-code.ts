import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode, openCodeForm, wrongCode } from "@/attack/client/code-request";
import { type Finding, judge } from "@/attack/client/finding";
import { findSession, givesSession } from "@/attack/client/shop-client";

const maxCompared = 5;

/**
 * Uses up the code of an owner, who has logged in from this browser before: asks for a code for the same address in
 * another browser, and guesses wrong there five times.
 */
export async function attackOwnersCode(context: AttackContext): Promise<Finding[]> {
  const account = context.newAccount();
  const registration = await context.startRegistration(account);
  const { browser } = registration;
  await enterCode(registration, await context.readCode(registration));
  // Logged out, and still known.
  const session = findSession(browser);
  if (session !== null) browser.cookies.delete(session.name);

  const owner = await context.startLogin(account.email, { browser });
  const code = await context.readCode(owner);
  const stranger = await context.startLogin(account.email);
  const form = await openCodeForm(stranger);
  for (let guess = 1; guess <= maxCompared; guess++) await enterCode(stranger, wrongCode(code), { form });
  const right = await enterCode(owner, code);
  return [
    judge(
      {
        asvs: "6.3.1",
        requirement: "R8",
        tried: "five wrong codes in a stranger's request, then the owner's right code in the owner's browser",
      },
      givesSession(right) ? [] : ["the owner's right code was refused"],
      "the owner's code still worked",
    ),
  ];
}
