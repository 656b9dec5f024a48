import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode } from "@/attack/client/code-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import { addPasskey, switchCodesOff } from "@/attack/client/passkey-page";
import { givesSession } from "@/attack/client/shop-client";

/**
 * Reads the mailbox of an account that has switched codes off: types a code from before the switch, and asks for one by
 * login and by registration.
 */
export async function attackWithCodesOff(context: AttackContext): Promise<Finding[]> {
  const account = context.newAccount();
  const registration = await context.startRegistration(account);
  await enterCode(registration, await context.readCode(registration));
  const passkey = await addPasskey(registration.browser);
  const asked = await context.startLogin(account.email);
  const code = await context.readCode(asked);
  await switchCodesOff(registration.browser, passkey);

  const findings = [
    judge(
      { ...subject, tried: "a code that was asked for before the account switched codes off" },
      givesSession(await enterCode(asked, code)) ? ["it gave a session"] : [],
      "no session",
    ),
  ];
  const tried = "asking for a code at an account that has switched codes off, by login and registration";
  const since = await context.inbox.now();
  await context.startLogin(account.email);
  await context.startRegistration({ ...context.newAccount(), email: account.email });
  // Nobody can be asked for the code of a mail that must not come.
  if (since === null)
    return [...findings, notTried({ ...subject, tried }, "only an inbox that answers by itself tells")];
  const mailed = await context.inbox.readCode(account.email, since).catch(() => null);
  return [
    ...findings,
    judge({ ...subject, tried }, mailed === null ? [] : ["a code was mailed"], "no code was mailed"),
  ];
}

const subject = { asvs: "6.3.4", requirement: "R22" };
