import { createHmac } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { keysFor } from "@/lib/crypto/secret-key";
import { consume } from "@/lib/limits/consume";
import { fail, ok } from "@/lib/result";
import type { AltchaTask } from "./bot-check-request";
import { chooseCounter } from "./choose-counter";
import type { BotCheckBearer, BotCheckProvider } from "./provider";

/** As long as a challenge; `proof.once` remembers solutions longer. */
const taskLifeMs = 10 * 60_000;

const rounds = 5_000;

const responseSchema = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string(),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.number(),
      data: z.object({ binding: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

export const altcha: BotCheckProvider<AltchaTask> = {
  async issue(bearer) {
    const challenge = await createChallenge({
      algorithm: "PBKDF2/SHA-256",
      cost: rounds,
      counter: chooseCounter(),
      deriveKey,
      expiresAt: new Date(Date.now() + taskLifeMs),
      data: { binding: bindingOf(bearer) },
      hmacSignatureSecret: botCheckKeys("task")[0],
      hmacKeySignatureSecret: botCheckKeys("solution")[0],
    });
    return { kind: "altcha", challenge };
  },

  async verify(response, bearer) {
    const parsed = responseSchema.safeParse(parseJson(response));
    if (!parsed.success) return fail("BOT_CHECK_INVALID");
    const { challenge, solution } = parsed.data;
    const secret = bindingsOf(bearer).indexOf(challenge.parameters.data.binding);
    const [taskKey, solutionKey] = [botCheckKeys("task")[secret], botCheckKeys("solution")[secret]];
    if (taskKey === undefined || solutionKey === undefined) return fail("BOT_CHECK_INVALID");
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: taskKey,
      hmacKeySignatureSecret: solutionKey,
    });
    if (!verified) return fail("BOT_CHECK_INVALID");
    const { isAllowed } = await consume([{ policy: "proof.once", subject: `altcha:${challenge.signature}` }]);
    return isAllowed ? ok(null) : fail("BOT_CHECK_INVALID");
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export type KeyUse = "task" | "solution" | "bearer" | "wait";

/** One for each secret in AUTH_SECRET; the first signs. */
export function botCheckKeys(use: KeyUse): [string, ...string[]] {
  const [first, ...others] = keysFor(`human proof: ${use}`);
  return [first.toString("hex"), ...others.map((key) => key.toString("hex"))];
}

/** Binds to purpose and browser. Shown to browser and Turnstile; reveals neither the key nor its stored hash. */
export function bindingOf(bearer: BotCheckBearer): string {
  return bindBy(botCheckKeys("bearer")[0], bearer);
}

export function bindingsOf(bearer: BotCheckBearer): string[] {
  return botCheckKeys("bearer").map((key) => bindBy(key, bearer));
}

function bindBy(key: string, { purpose, browserKey }: BotCheckBearer): string {
  return createHmac("sha256", key).update(`${purpose}:${browserKey}`).digest("base64url");
}
