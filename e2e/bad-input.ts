import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { newKey } from "@/lib/crypto/secret-key";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { addRecoveryCodes, addSession, addUser, proveSessions, sql } from "./database";
import { newPerson } from "./fixtures";
import { describeRequest, type RawAnswer, type RawRequest, sendRaw } from "./raw-http";
import { shop } from "./running-shop";
import { type SecondShop, startSecondShop, waitUntilUp } from "./second-shop";

export { expect };

/** What a test posts where a secret stands: the log must hold none of it. */
export const postedSecret = `posted-secret-${randomBytes(8).toString("hex")}`;

/** Run once more what failed with BAD_INPUT_SEED=<seed of the failure>. */
export const fastCheck = {
  seed: Number(process.env.BAD_INPUT_SEED ?? Date.now() % 2 ** 31),
  // A bound for slow machines; what ran until then has passed.
  interruptAfterTimeLimit: 15_000,
};

/** What tells how the shop is made: stack traces, paths, names of errors, queries. */
const inside = [
  /^\s*at .+[:(]\d+/m,
  /node_modules/,
  /\.next[/\\]server/,
  /\bPrisma/,
  /\b(?:Type|Syntax|Range|Reference|URI|Invariant)Error\b/,
  /\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|\bUPDATE "\w+" SET\b/,
];

export type Visit = { shop: SecondShop; send: (request: RawRequest) => Promise<RawAnswer> };

/** A shop of its own for each worker, whose log can be read, and a way to send it anything. */
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

/**
 * Sends a request and throws what is wrong with its answer. Not by `expect`: each is a step of Playwright's report, and
 * with some ten for each of thousands of requests the report took longer than the shop.
 */
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

/** What no answer may be, whatever was asked; null for a good one. */
function faultOf(request: RawRequest, answer: RawAnswer): string | null {
  // The page that says 503 has an address as well.
  if (answer.status >= 500 && !request.target.startsWith("/unavailable")) return "a fault of the shop";
  const shown = inside.find((pattern) => pattern.test(answer.body));
  if (shown !== undefined) return `it tells how the shop is made (${shown})`;
  if (secretsOfTheShop().some((secret) => answer.body.includes(secret))) return "it tells a secret of the shop";
  return speaks(request, answer) ? null : "no sentence";
}

/**
 * The rule: a refusal (4xx) that a person may come to see has a sentence in its text, one that begins with a capital
 * letter, has at least three words and ends. Without one may be: a HEAD's answer, which has no body; Node's own, given
 * before the request reaches the shop; what only our page's script asks for and reads (app/error.tsx puts it into
 * words); files of the build; SendGrid's webhook; JSON of the API; a POST to what takes none, which no page of ours
 * sends. And one fault of Next's: what a page says by notFound() reaches its script alone (vercel/next.js#62228, open),
 * so without scripts a page for an unknown product is blank.
 */
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

/** Node's HTTP parser answers what is no HTTP by itself, with a status and nothing else (node:http, clientError). */
export function isNodesOwn({ status, headers, body }: RawAnswer): boolean {
  return [400, 408, 413, 417, 431].includes(status) && body === "" && !("x-content-type-options" in headers);
}

/** Holds the operator's log to what must not be in it: faults, and what visitors posted. */
function expectQuietLog(output: string): void {
  // Next warns of an action that it does not know, with the place in its own code.
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

/** The session cookie's name and value for what NextAuth would have put into it. */
export async function sessionCookie(token: Record<string, unknown>, salt = "myshop-session"): Promise<string> {
  return `myshop-session=${await encode({ token, secret: shop.authSecret, salt, maxAge: 3_600 })}`;
}

/** A member who is logged in: the cookie of their session. */
export async function memberCookie(role: "CUSTOMER" | "ADMIN" = "CUSTOMER"): Promise<string> {
  const userId = await addUser(newPerson(), role);
  await addRecoveryCodes(userId);
  return await sessionCookie({ sub: userId, sid: await addSession(userId), role, checkedAt: Date.now() });
}

/** A member who has just confirmed these acts. */
export async function reauthenticatedMemberCookie(acts: string[]): Promise<string> {
  const sub = await addUser(newPerson());
  const sid = await addSession(sub);
  for (const act of acts) await proveSessions(sub, act);
  return await sessionCookie({ sub, sid, role: "CUSTOMER", checkedAt: Date.now() });
}

/** An admin who may change something: holds a passkey, and was asked for it just now. */
export async function reauthenticatedAdminCookie(): Promise<string> {
  const sub = await addUser(newPerson(), "ADMIN");
  const sid = await addSession(sub);
  await sql(
    `INSERT INTO "StepUp" ("sessionId", "act", "provenAt") SELECT "id", 'administer', now() FROM "Session" WHERE "userId" = $1`,
    [sub],
  );
  return await sessionCookie({ sub, sid, role: "ADMIN", checkedAt: Date.now() });
}

/** The routes of the build, with values for their parameters. A new parameter must be given one here. */
export function routesOfBuild(): { route: string; path: string }[] {
  const manifest: Record<string, string> = JSON.parse(readFileSync(".next/server/app-paths-manifest.json", "utf8"));
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
