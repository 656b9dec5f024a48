import type { Answer } from "./exact-request";
import { type Form, findForm, readAlerts, readParagraphs } from "./html-form";
import { findBotCheckRequest, solveBotCheck } from "./session";
import type { Browser, Headers } from "./shop-client";

/** A code that was asked for: the browser that asked, and the page on which the code is typed. */
export type CodeRequest = {
  browser: Browser;
  address: string;
  challengeId: string;
  /** `/otp/<challenge>` */
  page: string;
  /** The answer to the form that asked. */
  started: Answer;
  startedAt: number;
  /** The inbox's time before the code was asked for: only mails after it count. */
  askedAt: string | null;
};

/** The shop did not start what it was asked to; the message says what it answered. */
export class StartRefused extends Error {
  override name = "StartRefused";

  constructor(answer: Answer) {
    super(`the shop started nothing: status ${answer.status}, ${findSentence(answer) ?? "without a sentence"}`);
  }
}

/** The challenge that an answer leads to, or null. */
export function challengeOf(answer: Answer): string | null {
  return /\/otp\/([A-Za-z0-9_-]{22})$/.exec(answer.location ?? "")?.[1] ?? null;
}

/**
 * Sends the form of /login or /register, and the proof if one is asked for and is not to be refused. Throws StartRefused
 * if no code page comes of it.
 */
export async function sendStart(
  browser: Browser,
  form: Form,
  values: Record<string, string> & { email: string },
  { askedAt, headers, button, withoutReauthentication }: SendOptions & { askedAt: string | null },
): Promise<CodeRequest> {
  const started = await submitWithBotCheck(browser, form, values, { headers, button, withoutReauthentication });
  const challengeId = challengeOf(started);
  if (challengeId === null) throw new StartRefused(await follow(browser, started));
  const page = `/otp/${challengeId}`;
  return { browser, address: values.email, challengeId, page, started, startedAt: Date.now(), askedAt };
}

type SendOptions = { headers?: Headers; button: string; withoutReauthentication?: boolean };

/** Sends a form; if it comes back and asks for a proof, gives it and sends the form once more. */
export async function submitWithBotCheck(
  browser: Browser,
  form: Form,
  values: Record<string, string>,
  { headers, button, withoutReauthentication = false }: SendOptions,
): Promise<Answer> {
  const answer = await browser.submit(form, values, headers);
  const proof = findBotCheckRequest(answer, button);
  const again = findForm(answer.body, form.action, button);
  if (proof === null || again === null || withoutReauthentication) return answer;
  return await browser.submit(again, { ...values, ...(await solveBotCheck(proof)) }, headers);
}

/** The page that an answer leads to, if it leads to one of the shop's; else the answer. */
export async function follow(browser: Browser, answer: Answer): Promise<Answer> {
  const path = browser.shop.pathOf(answer.location);
  return path === null ? answer : await browser.get(path);
}

/**
 * Types a code where it belongs, in the browser that asked or in another, and gives the answer: that of the page itself
 * if there is nowhere to type it. Gives the proof that the shop asks for, unless `withoutReauthentication`.
 */
export async function enterCode(
  request: CodeRequest,
  code: string,
  options: {
    form?: Form;
    browser?: Browser;
    headers?: Headers;
    values?: Record<string, string>;
    withoutReauthentication?: boolean;
  } = {},
): Promise<Answer> {
  const { browser = request.browser, headers, values, withoutReauthentication } = options;
  let { form } = options;
  if (form === undefined) {
    const page = await request.browser.get(request.page);
    const found = findForm(page.body, request.page, "Verify");
    if (found === null) return page;
    form = found;
  }
  const fields = { ...values, challengeId: request.challengeId, code };
  return await submitWithBotCheck(browser, form, fields, { headers, button: "Verify", withoutReauthentication });
}

/** The form on the code page, as the browser that asked sees it. */
export async function openCodeForm(request: CodeRequest): Promise<Form> {
  return await request.browser.openForm(request.page, "Verify");
}

/** A code that is surely not the right one. */
export function wrongCode(code: string): string {
  return code.replace(/^./, (first) => (first === "0" ? "1" : "0"));
}

/** The sentence by which an answer refused something, cut to 200 characters; null if it has none. */
export function findSentence(answer: Answer): string | null {
  const isPage = answer.body.trimStart().startsWith("<");
  const alerts = isPage ? readAlerts(answer.body) : [answer.body.trim()];
  const text = (alerts.length > 0 ? alerts : readParagraphs(answer.body)).join(" ");
  return text === "" ? null : text.slice(0, 200);
}
