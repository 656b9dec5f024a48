import type { AskingBrowser } from "@/lib/auth/device/asking-browser";
import { isTrustedDevice } from "@/lib/auth/device/trusted-device";
import type { BotCheckRequest } from "@/lib/bot-check/bot-check-request";
import { hashKey } from "@/lib/crypto/secret-key";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import type { Visitor } from "@/lib/http/visitor";
import { type Charge, consume, type Decision, refund } from "@/lib/limits/consume";
import { fail, ok, type Result } from "@/lib/result";
import { recoveryCharges, sendCharges, trustedRecoveryCharges, trustedSendCharges } from "./charges";
import { recordRefused, recordSlowed } from "./record-limit";

type Asker = Pick<AskingBrowser, "visitor" | "askForBotCheck">;

/** Within the limits, but suspicious: the visitor must do what `proof` says and retry. */
export type BotCheckNeeded = { ok: false; error: "BOT_CHECK_NEEDED"; proof: BotCheckRequest };

/** Counts a code against all sending limits before it is sent. Throws TooManyRequests and LimitsUnavailable. */
export async function enforceSendingLimits(
  address: string,
  browser: AskingBrowser,
): Promise<{ ok: true; value: null } | BotCheckNeeded> {
  const charges = sendCharges(address, { ip: browser.visitor.ip, browserKeyHash: hashKey(browser.challengeKey) });
  return await chargeTrusted(charges, trustedSendCharges, address, browser);
}

/** Counts a try of a recovery code, as `enforceSendingLimits`. */
export async function chargeRecovery(
  address: string,
  browser: AskingBrowser,
): Promise<{ ok: true; value: null } | BotCheckNeeded> {
  const { ofIdentity, ofSource } = recoveryCharges(address, browser.visitor.ip);
  return await chargeTrusted([...ofIdentity, ...ofSource], trustedRecoveryCharges, address, browser);
}

async function chargeTrusted(
  charges: Charge[],
  knownCharges: (address: string, knownKeyHash: string) => Charge[],
  address: string,
  browser: AskingBrowser,
): Promise<{ ok: true; value: null } | BotCheckNeeded> {
  const { visitor } = browser;
  const knownKeyHash = browser.trustedKey && hashKey(browser.trustedKey);
  const decision = await consume(charges);
  if (decision.isAllowed) {
    if (!decision.isSuspicious) return ok(null);
    if (knownKeyHash && (await isTrustedDevice(address, knownKeyHash))) return ok(null);
    return await requireReauthentication(charges, decision, address, browser);
  }
  if (knownKeyHash && (await isTrustedDevice(address, knownKeyHash))) {
    await chargeOrRefuse(knownCharges(address, knownKeyHash), address, visitor);
    return ok(null);
  }
  return await refuse(decision, address, visitor);
}

/** Gives the charges back: empty requests must not use up an office's share. */
async function requireReauthentication(
  charges: Charge[],
  { slowedBy }: Suspicion,
  address: string | null,
  browser: Asker,
): Promise<{ ok: true; value: null } | BotCheckNeeded> {
  const proof = await browser.askForBotCheck();
  if (proof === null) return ok(null);
  await refund(charges);
  await Promise.all(slowedBy.map((limit) => recordSlowed(limit, address, browser.visitor)));
  return { ok: false, error: "BOT_CHECK_NEEDED", proof };
}

/** Counts questions anyone may ask (username free, code right). Bot check and throws as `enforceSendingLimits`. */
export async function chargeAsking(
  charges: Charge[],
  address: string | null,
  browser: Asker,
): Promise<{ ok: true; value: null } | BotCheckNeeded> {
  const decision = await consume(charges);
  if (!decision.isAllowed) return await refuse(decision, address, browser.visitor);
  return decision.isSuspicious ? await requireReauthentication(charges, decision, address, browser) : ok(null);
}

/** Throws TooManyRequests and audits which limit was reached. */
export async function chargeOrRefuse(charges: Charge[], address: string | null, visitor: Visitor): Promise<void> {
  const decision = await consume(charges);
  if (!decision.isAllowed) await refuse(decision, address, visitor);
}

/** Charges a sensitive action after `findRefusal`, so refusals fill no count. Throws TooManyRequests. */
export async function chargeSensitiveAction<Value, Refusal extends string>(
  charge: Charge,
  { address, visitor }: { address: string; visitor: Visitor },
  findRefusal: () => Promise<Refusal | null>,
  act: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const refusal = await findRefusal();
  if (refusal !== null) return fail(refusal);
  await chargeOrRefuse([charge], address, visitor);
  let isDone = false;
  try {
    const done = await act();
    isDone = done.ok;
    return done;
  } finally {
    if (!isDone) await refund([charge]);
  }
}

type Suspicion = Extract<Decision, { isAllowed: true }>;
type Refusal = Extract<Decision, { isAllowed: false }>;

async function refuse(refusal: Refusal, address: string | null, visitor: Visitor): Promise<never> {
  if (refusal.isFirst) await recordRefused(refusal, address, visitor);
  throw new TooManyRequests(refusal.retryAt);
}
