import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { newKey } from "@/lib/crypto/secret-key";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { addRecoveryCodes, addSession, addUser, fillBag, proveSessions, sql } from "./database";
import { newPerson } from "./fixtures";
import { describeRequest, type RawAnswer, type RawRequest, sendRaw } from "./raw-http";
import { shop } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

export { expect };

/** The log must not hold it. */
export const postedSecret = `posted-secret-${randomBytes(8).toString("hex")}`;

/** Repeat a failure by BAD_INPUT_SEED=<seed>. */
export const fastCheck = {
  seed: Number(process.env.BAD_INPUT_SEED ?? Date.now() % 2 ** 31),
  // For slow machines.
  interruptAfterTimeLimit: 15_000,
};

/** Stack traces, paths, error names, queries. */
const inside = [
  /^\s*at .+[:(]\d+/m,
  /node_modules/,
  /\.next[/\\]server/,
  /\bPrisma/,
  /\b(?:Type|Syntax|Range|Reference|URI|Invariant)Error\b/,
  /\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|\bUPDATE "\w+" SET\b/,
];

export type Visit = { shop: SecondShop; send: (request: RawRequest) => Promise<RawAnswer> };

/** A shop per worker, with its log. */
export const test = base.extend<object, { visit: Visit }>({
  visit: [
    async ({}, use) => {
      const own = await startSecondShop({});
      try {
        await waitUntilUp(own);
        await use({ shop: own, send: (request) => sendAndJudge(own, request) });
        expectQuietLog(own.output());
      } finally {
        own.stop();
      }
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

/** Throws what is wrong. Not `expect`: thousands of steps would slow the report. */
async function sendAndJudge(own: SecondShop, request: RawRequest): Promise<RawAnswer> {
  const logBefore = own.output().length;
  const answer = await sendRaw(own.url, request).catch((error) => {
    throw new Error(`${error.message}\nto ${describeRequest(request)}`);
  });
  const fault = faultOf(request, answer);
  if (fault === null) return answer;
  const { status, headers, body } = answer;
  const log = own.output().slice(logBefore, logBefore + 1_000);
  const told = `${describeRequest(request)}\nanswered ${status} ${JSON.stringify(headers)}\n${body.slice(0, 600)}\nlog: ${log}`;
  throw new Error(`${fault}: ${told}`);
}

/** Null for a good answer. */
function faultOf(request: RawRequest, answer: RawAnswer): string | null {
  // The 503 page has an address too.
  if (answer.status >= 500 && !request.target.startsWith("/unavailable")) return "a fault of the shop";
  const shown = inside.find((pattern) => pattern.test(answer.body));
  if (shown !== undefined) return `it tells how the shop is made (${shown})`;
  if (secretsOfTheShop().some((secret) => answer.body.includes(secret))) return "it tells a secret of the shop";
  return speaks(request, answer) ? null : "no sentence";
}

/** A refusal that people see has a sentence. Exceptions: HEAD, Node's own answers, server actions, build files, the
 * webhook, the API, and pages by notFound() (vercel/next.js#62228). */
function speaks(request: RawRequest, { status, headers, body }: RawAnswer): boolean {
  if (status < 400 || request.method === "HEAD") return true;
  if (isNodesOwn({ status, headers, body })) return true;
  if (headers["content-type"]?.startsWith("text/x-component") || headers["x-nextjs-action-not-found"]) return true;
  if (/^\/(_next\/|api\/webhooks\/)/.test(request.target)) return true;
  if (request.target.startsWith("/api/") && (status === 405 || headers["content-type"] === "application/json"))
    return true;
  if (status === 405 && request.method !== "GET" && /^(?:Method Not Allowed)?$/.test(body)) return true;
  if (request.headers?.some(([name]) => name === "Next-Action") && body !== "") return true;
  if (status === 404 && body.includes('<html id="__next_error__">')) return true;
  const text = body.replace(/<(script|style|title)\b[\s\S]*?<\/\1>|<[^>]+>/gi, " ");
  return /\p{Lu}[^.!?]*\s[^.!?]*\s[^.!?]*[.!?]/u.test(text);
}

/** A status and nothing else (node:http, clientError). */
export function isNodesOwn({ status, headers, body }: RawAnswer): boolean {
  return [400, 408, 413, 417, 431].includes(status) && body === "" && !("x-content-type-options" in headers);
}

/** No errors, and nothing that was posted. */
function expectQuietLog(output: string): void {
  // Next's warning of unknown actions.
  const warning =
    /^.*(?:Failed to find Server Action|Invalid Server Action|Server Reference ID did not match).*(?:\n(?:Read more: .*|\s+at .*))*/gm;
  const log = output.replace(warning, "");
  const faults = [/unhandled|uncaught|⨯/i, /^\s*at .+[:(]\d+/, /\bSELECT\b.+\bFROM\b|\bINSERT INTO\b/];
  expect(log.split("\n").filter((line) => faults.some((fault) => fault.test(line)))).toEqual([]);
  for (const secret of [...secretsOfTheShop(), postedSecret]) expect(log.includes(secret)).toBe(false);
}

function secretsOfTheShop(): string[] {
  const names = ["AUTH_SECRET", "TWILIO_AUTH_TOKEN", "SENDGRID_API_KEY", "DATABASE_URL"];
  return names.map((name) => process.env[name] ?? "").filter((secret) => secret.length > 8);
}

export async function sessionCookie(token: Record<string, unknown>, salt = "shop-session"): Promise<string> {
  return `shop-session=${await encode({ token, secret: shop.authSecret, salt, maxAge: 3_600 })}`;
}

/** Of a member with a bag, and their id. */
export async function buyerCookie(): Promise<[cookie: string, userId: string]> {
  const userId = await addUser(newPerson());
  await fillBag(userId);
  const token = { sub: userId, sid: await addSession(userId), role: "CUSTOMER", checkedAt: Date.now() };
  return [await sessionCookie(token), userId];
}

export async function memberCookie(role: "CUSTOMER" | "ADMIN" = "CUSTOMER"): Promise<string> {
  const userId = await addUser(newPerson(), role);
  await addRecoveryCodes(userId);
  return await sessionCookie({ sub: userId, sid: await addSession(userId), role, checkedAt: Date.now() });
}

export async function reauthenticatedMemberCookie(acts: string[]): Promise<string> {
  const sub = await addUser(newPerson());
  const sid = await addSession(sub);
  for (const act of acts) await proveSessions(sub, act);
  return await sessionCookie({ sub, sid, role: "CUSTOMER", checkedAt: Date.now() });
}

export async function reauthenticatedAdminCookie(): Promise<string> {
  const sub = await addUser(newPerson(), "ADMIN");
  const sid = await addSession(sub);
  await sql(
    `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", 'administer', now() FROM "Session" WHERE "userId" = $1`,
    [sub],
  );
  return await sessionCookie({ sub, sid, role: "ADMIN", checkedAt: Date.now() });
}

/** Add a value for each new parameter here. */
export function routesOfBuild(folder = "."): { route: string; path: string }[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(`${folder}/.next/server/app-paths-manifest.json`, "utf8"),
  );
  const samples: Record<string, string> = {
    "[challenge]": newKey().slice(0, 22),
    "[token]": makeReportToken("challenge", randomBytes(16).toString("base64url")),
    "[slug]": "moka-pot",
    "[...nowhere]": "nowhere",
    "[key]": "-",
    "[edition]": "today",
    "[...nextauth]": "session",
    "[reason]": "address",
    "[id]": randomUUID(),
    "[number]": "10001",
  };
  return ["/", ...Object.keys(manifest)]
    .map((entry) => entry.replace(/\/(page|route)$/, "").replace(/\/\([\w-]+\)|\/\[locale\]/g, "") || "/")
    .filter((route) => !route.startsWith("/_"))
    .map((route) => ({
      route,
      path: route.replace(/\[[^\]]+\]/g, (name) => {
        const sample = samples[name];
        if (sample === undefined) throw new Error(`Say in e2e/bad-input.ts what may stand for ${name} of ${route}.`);
        return sample;
      }),
    }));
}
