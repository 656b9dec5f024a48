import { setTimeout as sleep } from "node:timers/promises";
import { enterCode, follow, openCodeForm, sendStart } from "@/attack/code-request";
import { findSession } from "@/attack/session";
import { Shop } from "@/attack/shop";
import { Browser } from "@/attack/shop-client";
import type { EmulatorClient } from "@/emulator/client";

/** No code is compared before its challenge is so old, in milliseconds (lib/auth/prove-challenge.ts). */
const youngestMs = 2_000;

/** A browser without JavaScript, from an address of its own, that has never been here. */
export function newShopper(shopUrl: string): Browser {
  const shop = new Shop({ url: new URL(shopUrl), requestBudget: 50, pauseMs: 0 });
  shop.source = `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`;
  return new Browser(shop);
}

/** A whole login: form, code page, code from the inbox, premium page. Throws if it does not end there. */
export async function logInWhole(shopUrl: string, inbox: EmulatorClient, email: string): Promise<void> {
  const browser = newShopper(shopUrl);
  const button = "Send code";
  const request = await sendStart(
    browser,
    await browser.openForm("/login", button),
    { email },
    { button, askedAt: null },
  );
  const form = await openCodeForm(request);
  const code = await inbox.latestCode(email);
  await sleep(Math.max(0, request.startedAt + youngestMs - Date.now()));
  const home = await follow(browser, await enterCode(request, code, { form }));
  if (home.status !== 200 || findSession(browser) === null || !home.body.includes("The blue line")) {
    throw new Error(`The login of the bench ended at ${home.path} with status ${home.status}.`);
  }
}
