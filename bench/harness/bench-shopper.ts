import { setTimeout as sleep } from "node:timers/promises";
import { type CodeRequest, enterCode, follow, openCodeForm, sendStart } from "@/attack/client/code-request";
import type { Form } from "@/attack/client/html-form";
import { Browser, findSession, Shop } from "@/attack/client/shop-client";
import type { EmulatorClient } from "@/emulator/client";

/** In ms (lib/auth/challenge/verify-code.ts). */
const youngestMs = 2_000;

/** Many, because each waits two seconds before its code may be compared. */
const atOnce = 100;

/** From an address of its own. */
export function newShopper(shopUrl: string): Browser {
  const shop = new Shop({ url: new URL(shopUrl), requestBudget: 50, pauseMs: 0 });
  shop.source = `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`;
  return new Browser(shop);
}

export async function askForCode(browser: Browser, email: string): Promise<{ request: CodeRequest; form: Form }> {
  const button = "Send code";
  const page = await browser.openForm("/login", button);
  const request = await sendStart(browser, page, { email }, { button, askedAt: null });
  return { request, form: await openCodeForm(request) };
}

export async function sleepUntilComparable(request: CodeRequest): Promise<void> {
  await sleep(Math.max(0, request.startedAt + youngestMs - Date.now()));
}

/** From form to premium page. Throws if it fails. */
export async function logInWhole(shopUrl: string, inbox: EmulatorClient, email: string): Promise<void> {
  const browser = newShopper(shopUrl);
  const { request, form } = await askForCode(browser, email);
  const code = await inbox.latestCode(email);
  await sleepUntilComparable(request);
  const home = await follow(browser, await enterCode(request, code, { form }));
  if (home.status !== 200 || findSession(browser) === null || !home.body.includes("The blue line")) {
    throw new Error(`The login of the bench ended at ${home.path} with status ${home.status}.`);
  }
}

/** Members `from` and on, as `addMembers` names them, at each address in turn. */
export async function logInMany(urls: string[], inbox: EmulatorClient, from: number, count: number): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, count) }, async () => {
      while (next < count) {
        const number = next++;
        await logInWhole(urls[number % urls.length] ?? "", inbox, `member${from + number}@bench.example`);
      }
    }),
  );
}
