import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode, openCodeForm } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge } from "@/attack/client/finding";
import { findForm } from "@/attack/client/html-form";
import { givesSession, postCallback } from "@/attack/client/shop-client";

/** Brings the right code and the right challenge from a browser that did not ask for them. */
export async function attackFromOtherBrowser(context: AttackContext): Promise<Finding[]> {
  const request = await context.pendingLogin();
  const code = await context.readCode(request);
  const form = await openCodeForm(request);
  const stranger = context.openBrowser();
  // A browser with a key of its own, from a login of its own.
  const neighbour = (await context.startLogin(context.newAddress())).browser;
  const { challengeId } = request;

  const attempts: [string, Answer][] = [
    ["the code page without a cookie", await enterCode(request, code, { form, browser: stranger })],
    ["the code page with another browser's key", await enterCode(request, code, { form, browser: neighbour })],
  ];
  for (const [who, browser] of [["no cookie", context.openBrowser()] as const, ["another's key", neighbour] as const]) {
    for (const asJson of [false, true]) {
      const name = `NextAuth's callback as ${asJson ? "JSON" : "a form"} with ${who}`;
      attempts.push([name, await postCallback(browser, { challengeId, code }, { asJson })]);
    }
  }
  const page = await context.openBrowser().get(request.page);
  const problems = attempts.flatMap(([name, answer]) => {
    if (givesSession(answer)) return [`${name} gave a session`];
    return answer.status >= 500 ? [`${name} answered ${answer.status}`] : [];
  });
  if (findForm(page.body, page.path, "Verify") !== null) problems.push("another browser gets the form for the code");

  // The control: nothing but the browser was wrong.
  const right = await enterCode(request, code, { form });
  context.leaveSession(request.browser);
  if (problems.length === 0 && !givesSession(right)) problems.push("even the right browser was refused afterwards");
  return [
    judge(
      {
        asvs: "6.6.2",
        requirement: "R4",
        tried: "the right code and challenge without the cookie and with another's, by page and by callback",
      },
      problems,
      `refused ${attempts.length} times; the browser that asked got in with the same code`,
    ),
  ];
}
