import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type CodeRequest, enterCode, findSentence, follow, sendStart } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { findForm, readAlerts } from "@/attack/client/html-form";
import { Browser, findSession, Shop } from "@/attack/client/shop-client";
import type { EmulatorClient } from "@/emulator/client";

export type ShopAddress = { url: URL; certificate: string };

/** What the shoppers of a drill met. `phase` names what was being disturbed. */
export type Tally = {
  phase: string;
  begun: number;
  finished: number;
  /** The shop said in a sentence that it could not, and the shopper tried again. */
  told: Record<string, number>;
  /** Codes that did not come, by the phase in which they were asked for. */
  codesMissed: string[];
  sessionsLost: string[];
  /** Answers of 500 and above, and connections that ended without an answer. */
  serverErrors: { phase: string; what: string }[];
  /** Logins that never ended and met no sentence. */
  silent: string[];
  loginMs: number[];
};

export function newTally(): Tally {
  return {
    phase: "steady",
    begun: 0,
    finished: 0,
    told: {},
    codesMissed: [],
    sessionsLost: [],
    serverErrors: [],
    silent: [],
    loginMs: [],
  };
}

/** A shopper gives up after this long. Longer than the longest outage of a drill. */
const patienceMs = 240_000;
const betweenTriesMs = 2_000;
/** A mailed code takes a second here. */
const codeTakesMs = 12_000;
/** lib/auth/challenge/verify-code.ts compares no younger request. */
const youngestMs = 2_000;

function openBrowser({ url, certificate }: ShopAddress): Browser {
  const [a, b, c] = [randomInt(1, 255), randomInt(1, 255), randomInt(1, 255)];
  // Every shopper has a loopback address of their own, as the limits count by address.
  const connection = { localAddress: `127.${a}.${b}.${c}`, ca: certificate };
  return new Browser(new Shop({ url, requestBudget: 500, pauseMs: 0, connection }));
}

/** Logs one member in as a person would, who tries again when the shop says so. Never throws. */
export async function logInPatiently(shop: ShopAddress, inbox: EmulatorClient, email: string, tally: Tally) {
  const startedAt = Date.now();
  const browser = openBrowser(shop);
  tally.begun += 1;
  let sent: { request: CodeRequest; phase: string; isMissed: boolean } | null = null;
  let wasTold = false;
  for (; Date.now() < startedAt + patienceMs; await sleep(betweenTriesMs)) {
    try {
      const answer = await takeStep();
      if (findSession(browser) !== null && answer.body.includes("The blue line")) {
        tally.finished += 1;
        tally.loginMs.push(Date.now() - startedAt);
        return browser;
      }
      hear(answer);
    } catch (error) {
      if (error instanceof Refused) hear(error.answer);
      else tally.serverErrors.push({ phase: tally.phase, what: describe(error) });
    }
  }
  if (!wasTold) tally.silent.push(`${tally.phase}: ${sent === null ? "no code page" : "no session"}`);
  return null;

  /** Gives what the shopper sees after it. */
  async function takeStep(): Promise<Answer> {
    if (findSession(browser) !== null) return await browser.get("/home");
    sent ??= { request: await ask(browser, email), phase: tally.phase, isMissed: false };
    const { request } = sent;
    const code = await readCode(inbox, request);
    if (code === null) return await askAgain();
    const answer = await type(request, code);
    const isOver = answer.status < 500 && findForm(answer.body, request.page, "Verify") === null;
    if (isOver && findSession(browser) === null) sent = null;
    return answer;
  }

  /** Reads the code page, and asks for another code where it lets. */
  async function askAgain(): Promise<Answer> {
    if (sent === null) throw new Error("No code was asked for.");
    const { page } = sent.request;
    const seen = await browser.get(page);
    if (seen.status >= 500) return seen;
    if (findForm(seen.body, page, "Verify") === null) sent = null;
    else if (!sent.isMissed) {
      tally.codesMissed.push(sent.phase);
      sent.isMissed = true;
    }
    const form = findForm(seen.body, page, "Send a new code");
    if (form === null || sent === null) return seen;
    const answer = await follow(browser, await browser.submit(form, {}));
    if (answer.body.includes(sentAgain)) sent = { ...sent, phase: tally.phase, isMissed: false };
    return answer;
  }

  function hear(answer: Answer): void {
    noteError(answer, tally);
    const sentence = findAlert(answer);
    if (sentence === null || sentence.startsWith(sentAgain)) return;
    wasTold = true;
    tally.told[sentence] = (tally.told[sentence] ?? 0) + 1;
  }
}

/** Of messages/en/feedback.ts. */
const codesLate = "Codes are delayed at the moment.";
const sentAgain = "We are sending the code again.";

class Refused extends Error {
  constructor(readonly answer: Answer) {
    super("The shop showed no code page.");
  }
}

async function ask(browser: Browser, email: string): Promise<CodeRequest> {
  const button = "Send code";
  const page = await browser.get("/login");
  const form = findForm(page.body, "/login", button);
  if (form === null) throw new Refused(page);
  const seen = browser.shop.answers.length;
  try {
    return await sendStart(browser, form, { email }, { button, askedAt: null });
  } catch (error) {
    const answer = browser.shop.answers.slice(seen).at(-1);
    throw answer === undefined || (error as Error).name !== "StartRefused" ? error : new Refused(answer);
  }
}

async function readCode(inbox: EmulatorClient, request: CodeRequest): Promise<string | null> {
  return await inbox.latestCode(request.address, { timeoutMs: codeTakesMs }).catch(() => null);
}

async function type(request: CodeRequest, code: string): Promise<Answer> {
  await sleep(Math.max(0, request.startedAt + youngestMs - Date.now()));
  return await follow(request.browser, await enterCode(request, code));
}

/** Checks for as long as `isOver` says that a logged-in browser stays logged in. Answers of 500 are counted apart. */
export async function keepSession(browser: Browser, tally: Tally, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      const answer = await browser.get("/api/me");
      const isLost = answer.status === 200 && JSON.parse(answer.body).user === null;
      if (isLost) tally.sessionsLost.push(tally.phase);
      if (isLost) return;
      noteError(answer, tally);
    } catch (error) {
      tally.serverErrors.push({ phase: tally.phase, what: describe(error) });
    }
    await sleep(betweenTriesMs);
  }
}

/** Also of a page that is an error's own. */
function findAlert(answer: Answer): string | null {
  const [sentence] = answer.body.includes(codesLate) ? [codesLate] : readAlerts(answer.body);
  return (sentence ?? (answer.status >= 500 ? findSentence(answer) : null))?.slice(0, 90) ?? null;
}

function noteError(answer: Answer, tally: Tally): boolean {
  if (answer.status < 500) return false;
  tally.serverErrors.push({ phase: tally.phase, what: withoutId(`${answer.status} ${answer.method} ${answer.path}`) });
  return true;
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? withoutId(message).slice(0, 80);
}

/** So that alike errors are counted together. */
function withoutId(text: string): string {
  return text.replace(/\/otp\/[\w-]+/, "/otp");
}
