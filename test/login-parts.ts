import { randomBytes, randomInt } from "node:crypto";
import { createEmulatorClient } from "@/emulator/client";
import { stopRecovery } from "@/lib/auth/account/stop-recovery";
import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { type Browser, completeLogin } from "@/lib/auth/login/complete-login";
import { startLogin, startRegistration } from "@/lib/auth/login/start-login";
import { chargeOrRefuse } from "@/lib/auth/rate-limit/enforce";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import { hashKey, newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import type { Visitor } from "@/lib/http/visitor";
import type { Charge } from "@/lib/limits/consume";

export const inbox = createEmulatorClient(process.env.EMULATOR_URL ?? "");

/** From another network each time, with limits of its own. */
export const visitor: Visitor = {
  get ip() {
    return newIp();
  },
  userAgent:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  locale: "en",
};

export function newIp(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
}

/** Unique in the run. */
export function newPerson() {
  const name = `p${randomBytes(6).toString("hex")}`;
  return { username: name, email: `${name}@example.com`, phone: "+14155552671" };
}

/** Passes bot checks. */
export function newBrowser() {
  return {
    challengeKey: newKey(),
    trustedKey: newKey(),
    askForBotCheck: async (): Promise<BotCheckRequest | null> => null,
  };
}

export function asking(
  browser: Pick<AskingBrowser, "challengeKey" | "trustedKey"> = newBrowser(),
  change: Partial<AskingBrowser> = {},
): AskingBrowser {
  return { askForBotCheck: async () => null, ...browser, visitor, ...change };
}

export async function makeTrusted(userId: string, browser: { trustedKey: string }) {
  await db().trustedDevice.create({ data: { userId, keyHash: hashKey(browser.trustedKey) } });
}

/** Gives the full charge. */
export async function useUpGuesses(email: string): Promise<Charge[]> {
  const charges: Charge[] = [{ policy: "check.identity.hour", subject: email }];
  for (let guess = 0; guess < 12; guess++) await chargeOrRefuse(charges, email, visitor).catch(() => {});
  return charges;
}

export async function createUser(person = newPerson(), change: { disabledAt?: Date; phoneVerified?: Date } = {}) {
  return await db().user.create({
    data: { ...person, usernameKey: person.username.toLowerCase(), emailVerified: new Date(), ...change },
  });
}

/** The caller runs the sending. */
export async function requestLogin(email: string, browser = newBrowser()) {
  const started = await startLogin({ email, returnTo: null }, asking(browser));
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

/** And waits for the sending. */
export async function beginLogin(email: string, browser = newBrowser()) {
  const { challengeId, deliver } = await requestLogin(email, browser);
  await deliver();
  await letTimePass(challengeId);
  return { challengeId, browser };
}

export async function logIn(email: string, browser: Browser & { challengeKey: string } = newBrowser()) {
  const { challengeId } = await beginLogin(email, browser);
  const code = await inbox.latestCode(email);
  const finished = await completeLogin({ challengeId, code }, browser, visitor);
  if (!finished.ok) throw new Error(finished.error);
  return { ...finished.value, challengeId, browser };
}

export async function handIn(code: string, { challengeId, browser }: Awaited<ReturnType<typeof beginLogin>>) {
  return await completeLogin({ challengeId, code }, browser, visitor);
}

/** And waits for the code. */
export async function beginRegistration(person: ReturnType<typeof newPerson>, browser = newBrowser()) {
  const started = await startRegistration(person, null, asking(browser));
  if (!started.ok) throw new Error(started.error);
  await started.value.deliver();
  await letTimePass(started.value.challengeId);
  return { challengeId: started.value.challengeId, browser };
}

/** Codes are compared after two seconds. */
export async function letTimePass(id: string) {
  await makeOlder(id, 2);
}

export async function makeOlder(id: string, seconds: number) {
  const row = await db().challenge.findUniqueOrThrow({ where: { id } });
  const earlier = (date: Date) => new Date(date.getTime() - seconds * 1_000);
  await db().challenge.update({
    where: { id },
    data: {
      createdAt: earlier(row.createdAt),
      expiresAt: earlier(row.expiresAt),
      phoneSentAt: row.phoneSentAt && earlier(row.phoneSentAt),
    },
  });
}

export function wrongCode(code: string): string {
  return code.replace(/^./, (first) => (first === "0" ? "1" : "0"));
}

export async function wrongCodeFor(...addresses: string[]): Promise<string> {
  const messages = (await Promise.all(addresses.map((to) => inbox.messages({ to })))).flat();
  const codes = new Set(messages.map(({ code }) => code));
  for (let number = 0; ; number++) {
    const code = String(number).padStart(6, "0");
    if (!codes.has(code)) return code;
  }
}

/** Until a bot check; gives the charge. */
export async function runIntoBotCheck(email: string): Promise<Charge> {
  const task = { kind: "turnstile", scriptUrl: "", siteKey: "", action: "", cData: "" } as const;
  const proof = { task, waitToken: "", waitSeconds: 60 };
  const asker = () => asking(newBrowser(), { askForBotCheck: async () => proof });
  for (let start = 0; start < 5; start++) {
    const started = await startLogin({ email, returnTo: null }, asker());
    if (!started.ok) return { policy: "send.address.short", subject: email };
  }
  throw new Error("Nobody asked for a proof.");
}

/** False if nothing was stopped. */
export async function stopByLink(token: string): Promise<boolean> {
  return await stopRecovery(token, visitor);
}
