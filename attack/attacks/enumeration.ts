import { setTimeout as sleep } from "node:timers/promises";
import type { AttackContext } from "@/attack/client/attack-context";
import { type CodeRequest, enterCode, submitWithBotCheck, wrongCode } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, findDifferences, findLastingDifferences, judge } from "@/attack/client/finding";
import { findForm } from "@/attack/client/html-form";
import { givesSession } from "@/attack/client/shop-client";

/** The waits before a second mail and before a third, in milliseconds (R11), and a little. */
const resendWaitsMs = [31_000, 41_000];
const resendButton = "Send a new code";
const recoveryButton = "Log in";
/** One of 2^120. */
const madeUpCode = "0123-4567-89AB-CDEF-GHJK-MNPQ";
const item = { asvs: "6.3.8", requirement: "R13" };

/** Looks for any difference between an address that has an account and one that has none. */
export async function attackEnumeration(context: AttackContext): Promise<Finding[]> {
  const known = await context.startLogin(await context.knownAddress());
  const unknown = await context.startLogin(context.newAddress());
  const taken = await context.startRegistration({ ...context.newAccount(), email: await context.knownAddress() });
  const free = await context.startRegistration(context.newAccount());

  const findings = [
    judge(
      { ...item, tried: "login: a known and an unknown address" },
      await compareStarts(known, unknown),
      "same status, headers, cookies, next page and code page",
    ),
    judge(
      { ...item, tried: "register: an email that has an account and one that has none" },
      await compareStarts(taken, free),
      "same status, headers, cookies, next page and code page",
    ),
  ];

  findings.push(
    judge(
      { ...item, tried: "a made-up recovery code for a known and an unknown address" },
      await compareRecoveryCodes(context),
      "same status, headers, cookies and body",
    ),
  );

  // What is different already cannot be compared further.
  if (findings.some(({ verdict }) => verdict === "fail")) return findings;
  const code = wrongCode(await context.readCode(known));
  findings.push(
    judge(
      { ...item, tried: "a wrong code for a known and an unknown address" },
      await compareAnswers(known, unknown, (request) => enterCode(request, code)),
      "same status, headers, cookies and body",
    ),
    judge(
      { ...item, requirement: "R13, R11", tried: "send a new code, at once and after the wait, known and unknown" },
      [
        ...(await compareAnswers(known, unknown, resend)).map((text) => `at once: ${text}`),
        ...(await compareLateResends(context, known, unknown)),
      ],
      "same refusal at once, same answer after 31 s",
    ),
  );
  context.leavePending(known);
  return findings;
}

async function compareStarts(a: CodeRequest, b: CodeRequest): Promise<string[]> {
  const pages = await compareAnswers(a, b, ({ browser, page }) => browser.get(page));
  return [...compare(a.started, b.started, a, b), ...pages.map((text) => `code page: ${text}`)];
}

/** From a fresh browser each, as somebody would who looks for accounts. */
async function compareRecoveryCodes(context: AttackContext): Promise<string[]> {
  const [known, unknown] = [await context.knownAddress(), context.newAddress()];
  const problems: string[] = [];
  const ask = async (email: string) => {
    const browser = context.openBrowser();
    const page = await browser.get("/login/recovery");
    const form = findForm(page.body, page.path, recoveryButton);
    if (form === null) problems.push(`/login/recovery has no form (${page.status})`);
    const values = { email, code: madeUpCode };
    const answer = form === null ? page : await submitWithBotCheck(browser, form, values, { button: recoveryButton });
    if (givesSession(answer)) problems.push("it gave a session");
    return answer;
  };
  const differences = await findLastingDifferences(
    () => ask(known),
    () => ask(unknown),
    [known],
    [unknown],
  );
  return [...problems, ...differences];
}

async function compareLateResends(context: AttackContext, a: CodeRequest, b: CodeRequest): Promise<string[]> {
  let sentAt = Math.max(a.startedAt, b.startedAt);
  let differences: string[] = [];
  // As with a page, what does not last is chance; but each look is a mail, and another is had only for a longer wait.
  for (const waitMs of resendWaitsMs) {
    await sleep(Math.max(0, sentAt + waitMs - Date.now()));
    differences = compare(await resend(a), await resend(b), a, b);
    context.countSend(a.address);
    if (differences.length === 0) return [];
    sentAt = Date.now();
  }
  return differences.map((text) => `after the wait: ${text}`);
}

async function resend(request: CodeRequest): Promise<Answer> {
  const page = await request.browser.get(request.page);
  const form = findForm(page.body, page.path, resendButton);
  return form === null ? page : await submitWithBotCheck(request.browser, form, {}, { button: resendButton });
}

/** How two requests are answered that can be made again. */
async function compareAnswers(
  a: CodeRequest,
  b: CodeRequest,
  ask: (request: CodeRequest) => Promise<Answer>,
): Promise<string[]> {
  return await findLastingDifferences(
    () => ask(a),
    () => ask(b),
    own(a),
    own(b),
  );
}

function compare(a: Answer, b: Answer, from: CodeRequest, other: CodeRequest): string[] {
  return findDifferences(a, b, own(from), own(other));
}

const own = ({ challengeId, address }: CodeRequest) => [challengeId, address];
