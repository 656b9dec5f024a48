import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge } from "@/attack/client/finding";
import { addPasskey } from "@/attack/client/passkey-page";
import { type Browser, givesSession } from "@/attack/client/shop-client";
import type { SoftPasskey } from "@/test/soft-passkey";

/** Far more logins than a person makes in an hour; each opens a session and may send a mail. */
const attempts = 40;

/** Logs in to an account of its own by passkey, from a new browser each time, until the shop refuses. */
export async function attackByPasskeyFlood(context: AttackContext): Promise<Finding[]> {
  const request = await context.startRegistration(context.newAccount());
  const answer = await enterCode(request, await context.readCode(request));
  if (!givesSession(answer)) throw new Error(`no session came of a right code (${answer.status})`);
  const passkey = await addPasskey(request.browser);

  const csrf = await readCsrf(context.openBrowser());
  let logins = 0;
  for (; logins < attempts; logins++) {
    const refusal = await logIn(context.openBrowser(), passkey, csrf);
    if (givesSession(refusal)) continue;
    const isTold = refusal.status === 429 && refusal.headers["retry-after"] !== undefined;
    return [judge(subject, isTold ? [] : [`refused with ${refusal.status}, not with 429 and a time`], seen(logins))];
  }
  return [judge(subject, [`${logins} logins of one account were let in`], "")];
}

const subject = { asvs: "2.4.1", requirement: "R17", tried: `${attempts} logins by passkey, one after the other` };

const seen = (logins: number) => `429 with Retry-After after ${logins} logins`;

type Csrf = { token: string; cookies: Map<string, string> };

async function readCsrf(browser: Browser): Promise<Csrf> {
  const { csrfToken } = JSON.parse((await browser.get("/api/auth/csrf")).body) as { csrfToken: string };
  return { token: csrfToken, cookies: browser.cookies };
}

async function logIn(browser: Browser, passkey: SoftPasskey, csrf: Csrf): Promise<Answer> {
  for (const [name, value] of csrf.cookies) browser.cookies.set(name, value);
  const options = JSON.parse((await browser.post("/api/passkey-challenge", new URLSearchParams())).body);
  const answer = JSON.stringify(passkey.sign(options));
  const fields = new URLSearchParams({ csrfToken: csrf.token, passkey: answer });
  return await browser.post("/api/auth/callback/credentials", fields);
}
