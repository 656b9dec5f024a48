import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode, openCodeForm } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge } from "@/attack/client/finding";
import { givesSession } from "@/attack/client/shop-client";

const atOnce = 6;
const item = { asvs: "6.5.1", requirement: "R3" };

/** Uses a code more than once: at the same moment, afterwards in the same challenge, and in the next one. */
export async function attackReplay(context: AttackContext): Promise<Finding[]> {
  const account = context.newAccount();
  const request = await context.startRegistration(account);
  const code = await context.readCode(request);
  const form = await openCodeForm(request);
  // As copied from the browser before it was logged in.
  const cookies = new Map(request.browser.cookies);
  const asBefore = () => {
    const browser = context.openBrowser();
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    return browser;
  };

  const answers = await Promise.all(
    Array.from({ length: atOnce }, (_, index) =>
      enterCode(request, code, { form, browser: index === 0 ? request.browser : asBefore() }),
    ),
  );
  const sessions = answers.filter(givesSession).length;
  const faults = answers.filter(({ status }) => status >= 500).length;
  const later = await enterCode(request, code, { form, browser: asBefore() });
  context.leaveSession(request.browser);
  if (sessions > 0) context.addAccount(account);

  const next = await context.startLogin(request.address);
  const inNext = await enterCode(next, code);
  context.leavePending(next);
  return [
    judge(
      { ...item, tried: `the right code ${atOnce} times at the same moment` },
      [...(sessions === 1 ? [] : [`${sessions} sessions`]), ...(faults === 0 ? [] : [`${faults} answers were faults`])],
      "one session",
    ),
    judge(
      { ...item, tried: "the used code again in the same challenge, with the cookies from before the login" },
      problemsOf(later),
      `refused (${later.status})`,
    ),
    judge(
      { ...item, tried: "the used code in the next challenge of the same address" },
      problemsOf(inNext),
      `refused (${inNext.status})`,
    ),
  ];
}

function problemsOf(answer: Answer): string[] {
  if (givesSession(answer)) return ["it gave a session"];
  return answer.status >= 500 ? [`it was answered with ${answer.status}`] : [];
}
