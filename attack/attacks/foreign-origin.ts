import type { AttackContext } from "@/attack/client/attack-context";
import { challengeOf, enterCode } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge } from "@/attack/client/finding";
import { foreignPages, givesSession, postCallback, whoIs } from "@/attack/client/shop-client";

const item = { asvs: "3.5.1", requirement: "R38" };

/** Sends the shop's forms from another site's page, before any cookie is there, while a code waits, and logged in. */
export async function attackFromForeignOrigin(context: AttackContext): Promise<Finding[]> {
  return [await startLogins(context), await callAction(context), await finishLogin(context), await logOut(context)];
}

async function startLogins(context: AttackContext): Promise<Finding> {
  const stranger = context.openBrowser();
  const form = await stranger.openForm("/login", "Send code");
  const problems: string[] = [];
  for (const headers of foreignPages) {
    const browser = context.openBrowser();
    const answer = await browser.submit(form, { email: context.newAddress() }, headers);
    problems.push(...problemsOf(answer, `login with Origin ${headers.origin}`));
  }
  return judge(
    { ...item, tried: "login forms from four kinds of foreign pages, without any cookie (login CSRF)" },
    problems,
    "refused, no code page and no cookie",
  );
}

async function callAction(context: AttackContext): Promise<Finding> {
  const browser = context.openBrowser();
  const form = await browser.openForm("/login", "Send code");
  const reference = form.fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1] ?? "{}";
  const { id = "none" } = JSON.parse(reference) as { id?: string };
  const headers = { ...foreignPages[0], "next-action": id };
  const answer = await browser.submit(form, { email: context.newAddress() }, headers);
  return judge(
    { ...item, tried: "the login's server action called by its id from a foreign page" },
    problemsOf(answer, "the action"),
    `refused (${answer.status})`,
  );
}

async function finishLogin(context: AttackContext): Promise<Finding> {
  const request = await context.pendingLogin();
  const code = await context.readCode(request);
  const problems: string[] = [];
  for (const headers of foreignPages) {
    const answer = await enterCode(request, code, { headers });
    problems.push(...problemsOf(answer, `the right code with Origin ${headers.origin}`));
  }
  const fields = { challengeId: request.challengeId, code };
  const byCallback = await postCallback(request.browser, fields, { headers: foreignPages[0] });
  problems.push(...problemsOf(byCallback, "NextAuth's callback with everything right but the origin"));
  const withoutToken = await postCallback(request.browser, fields, { headers: foreignPages[0], csrfToken: null });
  problems.push(...problemsOf(withoutToken, "NextAuth's callback without its token"));
  context.leaveSession(request.browser);
  if (problems.length === 0) context.leavePending(request);
  return judge(
    { ...item, tried: "the right code from foreign pages, on the code page and by NextAuth's callback" },
    problems,
    "refused, no session",
  );
}

async function logOut(context: AttackContext): Promise<Finding> {
  const { browser } = await context.findMember();
  const cookies = new Map(browser.cookies);
  const problems: string[] = [];
  for (const headers of foreignPages) {
    const { status } = await browser.post("/logout", new URLSearchParams(), headers);
    if (status < 400) problems.push(`POST /logout with Origin ${headers.origin} answered ${status}`);
  }
  for (const method of ["GET", "HEAD"]) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    await context.shop.ask(method, "/logout", { headers: { cookie } });
  }
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  if ((await whoIs(browser)) === null) problems.push("the member was logged out");
  return judge(
    { ...item, requirement: "R38", tried: "logout by foreign POSTs, and by GET and HEAD" },
    problems,
    "the member is still logged in",
  );
}

function problemsOf(answer: Answer, what: string): string[] {
  if (givesSession(answer)) return [`${what} gave a session`];
  if (challengeOf(answer) !== null) return [`${what} led to a code page`];
  if (answer.setCookies.length > 0) return [`${what} set a cookie`];
  if (answer.status >= 500) return [`${what} answered ${answer.status}`];
  return answer.status >= 400 ? [] : [`${what} answered ${answer.status}`];
}
