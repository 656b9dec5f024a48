import { setTimeout as sleep } from "node:timers/promises";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import type { Answer } from "./exact-request";
import { type Form, findForm, readAlerts, readParagraphs } from "./html-form";
import type { Browser, Headers } from "./shop-client";

export type CodeRequest = {
  browser: Browser;
  address: string;
  challengeId: string;
  /** `/otp/<challenge>` */
  page: string;
  started: Answer;
  startedAt: number;
  /** Only mails after it count. */
  askedAt: string | null;
};

export class StartRefused extends Error {
  override name = "StartRefused";

  constructor(answer: Answer) {
    super(`the shop started nothing: status ${answer.status}, ${findSentence(answer) ?? "without a sentence"}`);
  }
}

export function challengeOf(answer: Answer): string | null {
  return /\/otp\/([A-Za-z0-9_-]{22})$/.exec(answer.location ?? "")?.[1] ?? null;
}

/** Sends the form of /login or /register with its bot check. Throws StartRefused without a code page. */
export async function sendStart(
  browser: Browser,
  form: Form,
  values: Record<string, string> & { email: string },
  { askedAt, headers, button, withoutBotCheck }: SendOptions & { askedAt: string | null },
): Promise<CodeRequest> {
  const started = await submitWithBotCheck(browser, form, values, { headers, button, withoutBotCheck });
  const challengeId = challengeOf(started);
  if (challengeId === null) throw new StartRefused(await follow(browser, started));
  const page = `/otp/${challengeId}`;
  return { browser, address: values.email, challengeId, page, started, startedAt: Date.now(), askedAt };
}

/** Asks for the code that confirms the addition of a passkey. Throws StartRefused. */
export async function askForStepUp(login: CodeRequest, askedAt: string | null): Promise<CodeRequest> {
  const { browser } = login;
  const started = await browser.submit(await browser.openForm("/account/passkeys", "Add a passkey"), {});
  const challengeId = challengeOf(started);
  if (challengeId === null) throw new StartRefused(await follow(browser, started));
  return { ...login, challengeId, page: `/otp/${challengeId}`, started, startedAt: Date.now(), askedAt };
}

type SendOptions = { headers?: Headers; button: string; withoutBotCheck?: boolean };

/** Sends a form, and again with the bot check if one is needed. */
export async function submitWithBotCheck(
  browser: Browser,
  form: Form,
  values: Record<string, string>,
  { headers, button, withoutBotCheck = false }: SendOptions,
): Promise<Answer> {
  const answer = await browser.submit(form, values, headers);
  const proof = findBotCheckRequest(answer, button);
  const again = findForm(answer.body, form.action, button);
  if (proof === null || again === null || withoutBotCheck) return answer;
  return await browser.submit(again, { ...values, ...(await solveBotCheck(proof)) }, headers);
}

export async function follow(browser: Browser, answer: Answer): Promise<Answer> {
  const path = browser.shop.pathOf(answer.location);
  return path === null ? answer : await browser.get(path);
}

/** Types a code in this or another browser; gives the page itself if it takes none. */
export async function enterCode(
  request: CodeRequest,
  code: string,
  options: {
    form?: Form;
    browser?: Browser;
    headers?: Headers;
    values?: Record<string, string>;
    withoutBotCheck?: boolean;
  } = {},
): Promise<Answer> {
  const { browser = request.browser, headers, values, withoutBotCheck } = options;
  let { form } = options;
  if (form === undefined) {
    const page = await request.browser.get(request.page);
    const found = findForm(page.body, request.page, "Verify");
    if (found === null) return page;
    form = found;
  }
  const fields = { ...values, challengeId: request.challengeId, code };
  return await submitWithBotCheck(browser, form, fields, { headers, button: "Verify", withoutBotCheck });
}

export async function openCodeForm(request: CodeRequest): Promise<Form> {
  return await request.browser.openForm(request.page, "Verify");
}

export function wrongCode(code: string): string {
  return code.replace(/^./, (first) => (first === "0" ? "1" : "0"));
}

/** The sentence of a refusal, cut to 200 characters, or null. */
export function findSentence(answer: Answer): string | null {
  const isPage = answer.body.trimStart().startsWith("<");
  const alerts = isPage ? readAlerts(answer.body) : [answer.body.trim()];
  const text = (alerts.length > 0 ? alerts : readParagraphs(answer.body)).join(" ");
  return text === "" ? null : text.slice(0, 200);
}

export function findBotCheckRequest(answer: Answer, button: string): BotCheckRequest | null {
  const form = findForm(answer.body, answer.path, button);
  for (const [name, value] of form?.fields ?? []) {
    if (!/^\$ACTION_\d+:\d+$/.test(name) || !value.includes('"waitToken"')) continue;
    const [state] = JSON.parse(value) as { proof?: BotCheckRequest }[];
    if (state?.proof) return state.proof;
  }
  return null;
}

/** Does the work, or waits; gives the fields to send. */
async function solveBotCheck({ task, waitToken, waitSeconds }: BotCheckRequest): Promise<Record<string, string>> {
  if (task.kind === "altcha") {
    const { challenge } = task;
    return { proof: JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }) };
  }
  await sleep(waitSeconds * 1_000 + 500);
  return { waitToken };
}
