import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { Auth } from "@auth/core";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { BotCheckBearer } from "@/lib/bot-check/provider";
import { db } from "@/lib/db/client";
import { cookieName } from "@/lib/http/cookies";
import { createPostgresStore } from "@/lib/limits/postgres-store";
import { createRedisStore } from "@/lib/limits/redis-store";
import type { PasskeyAsker } from "@/lib/passkeys/passkey-challenge";
import { asking, createUser, newBrowser, newPerson, visitor } from "@/test/login-parts";
import { openTestSession } from "@/test/passkey-parts";
import { typed } from "@/test/recovery-parts";

// Two thousand tries take seconds, and are judged as ten are.
vi.mock("@/lib/bot-check/choose-counter", () => ({ chooseCounter: () => 10 }));

const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
}));

const [old, young] = [randomBytes(33).toString("base64url"), randomBytes(33).toString("base64url")];
const lists = { old: [old], "old,new": [old, young], "new,old": [young, old], new: [young] };
type Step = keyof typeof lists;
const steps = Object.keys(lists) as Step[];

type Instance = Awaited<ReturnType<typeof startInstance>>;
const instances = {} as Record<Step, Instance>;

/** The shop's own modules, as a process with this AUTH_SECRET loads them. */
async function startInstance(secrets: string[]) {
  vi.resetModules();
  vi.stubEnv("AUTH_SECRET", secrets.join(","));
  const { env } = await import("@/lib/env");
  env();
  return {
    env,
    ...(await import("@/lib/crypto/secret-key")),
    ...(await import("@/lib/signed-link/report-token")),
    ...(await import("@/lib/signed-link/account-links")),
    ...(await import("@/lib/passkeys/passkey-challenge")),
    ...(await import("@/lib/bot-check/altcha")),
    ...(await import("@/lib/bot-check/turnstile")),
    ...(await import("@/lib/bot-check/wait-token")),
    ...(await import("@/lib/limits/consume")),
    ...(await import("@/lib/auth/recovery-codes/recovery-code")),
    ...(await import("@/lib/auth/recovery-codes/recovery-codes")),
    ...(await import("@/lib/auth/login/complete-recovery-login")),
    ...(await import("@/lib/auth/step-up/finish-step-up")),
    ...(await import("@/lib/auth/session/session-store")),
    ...(await import("@/lib/auth/session/rotate-session")),
    ...(await import("@/lib/auth/session/secret-rotation")),
    ...(await import("@/lib/auth/form-token")),
    ...(await import("@/middleware")),
  };
}

beforeAll(async () => {
  for (const step of steps) instances[step] = await startInstance(lists[step]);
  vi.unstubAllEnvs();
});

beforeEach(async () => void (await db().secretUse.deleteMany()));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  jar.clear();
});

type Purpose<Made> = {
  make: (shop: Instance) => Promise<Made>;
  isAccepted: (shop: Instance, made: Made) => Promise<boolean>;
};

const purpose = <Made>(made: Purpose<Made>) => made as Purpose<unknown>;

const id = randomUUID();
const link = { id, email: "ana@example.com", deletionAskedAt: new Date(), startedAt: new Date() };
const asker: PasskeyAsker = { purpose: "LOGIN", browserKeyHash: "a".repeat(64) };
const newBearer = (): BotCheckBearer => ({
  purpose: "login",
  browserKey: randomBytes(32).toString("base64url"),
  ip: visitor.ip,
});

/** As lib/auth/next-auth.ts configures it, which no test can load. */
async function askForFormToken({ env }: Instance, headers: Headers): Promise<Response> {
  return await Auth(new Request("http://localhost:3000/api/auth/csrf", { headers }), {
    secret: env().AUTH_SECRET[0],
    basePath: "/api/auth",
    trustHost: true,
    providers: [],
    cookies: { csrfToken: { name: cookieName("csrf"), options: { path: "/" } } },
  });
}

const purposes: Record<string, Purpose<unknown>> = {
  "a session's cookie, at the middleware": purpose({
    make: ({ env }) =>
      encode({
        token: { sub: id, sid: "s", role: "CUSTOMER", checkedAt: Date.now() },
        secret: env().AUTH_SECRET,
        salt: cookieName("session"),
      }),
    isAccepted: async ({ middleware }, cookie) => {
      const headers = { cookie: `${cookieName("session")}=${cookie}` };
      const answer = await middleware(new NextRequest("http://localhost:3000/account", { headers }));
      return answer.status === 200;
    },
  }),
  "NextAuth's form token": purpose({
    make: async (shop) => {
      const answer = await askForFormToken(shop, new Headers());
      return { cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? "", token: (await answer.json()).csrfToken };
    },
    isAccepted: async (shop, { cookie, token }) => {
      const headers = new Headers({ cookie: `a=b; ${cookie}` });
      shop.acceptFormToken(headers);
      return (await (await askForFormToken(shop, headers)).json()).csrfToken === token;
    },
  }),
  "a link of a report": purpose({
    make: async ({ makeReportToken }) => makeReportToken("session", id),
    isAccepted: async ({ readReportToken }, token) => readReportToken(token)?.id === id,
  }),
  "a link that undoes an email change": purpose({
    make: async ({ makeUndoEmailToken }) => makeUndoEmailToken(id),
    isAccepted: async ({ readUndoEmailToken }, token) => readUndoEmailToken(token) === id,
  }),
  "a link that keeps an account": purpose({
    make: async ({ makeKeepToken }) => makeKeepToken(link),
    isAccepted: async ({ isKeepTokenOf }, token) => isKeepTokenOf(token, link),
  }),
  "a link that stops a recovery": purpose({
    make: async ({ makeStopToken }) => makeStopToken(link),
    isAccepted: async ({ isStopTokenOf }, token) => isStopTokenOf(token, link),
  }),
  "a passkey prompt": purpose({
    make: async ({ createPasskeyChallenge }) => Buffer.from(createPasskeyChallenge(asker)).toString("base64url"),
    isAccepted: async ({ readPasskeyChallenge }, challenge) => readPasskeyChallenge(challenge, asker) !== null,
  }),
  "a proof of work": purpose({
    make: async ({ altcha }) => {
      const bearer = newBearer();
      const { challenge } = await altcha.issue(bearer);
      return {
        bearer,
        answer: JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }),
      };
    },
    isAccepted: async ({ altcha }, { bearer, answer }) => (await altcha.verify(answer, bearer)).ok,
  }),
  "a check by Turnstile": purpose({
    make: async ({ turnstile }) => {
      const bearer = newBearer();
      return { bearer, cData: (await turnstile({ siteKey: "s", secretKey: "k" }).issue(bearer)).cData };
    },
    isAccepted: async ({ turnstile }, { bearer, cData }) => {
      const answer = { success: true, hostname: "localhost", action: bearer.purpose, cdata: cData };
      vi.stubGlobal("fetch", async () => Response.json(answer));
      return (await turnstile({ siteKey: "s", secretKey: "k" }).verify("token", bearer)).ok;
    },
  }),
  "a wait": purpose({
    make: async ({ issueWaitToken }) => {
      const bearer = newBearer();
      return { bearer, token: issueWaitToken(bearer) };
    },
    isAccepted: async ({ redeemWaitToken }, { bearer, token }) => {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
      const { state } = await redeemWaitToken(token, bearer);
      vi.useRealTimers();
      return state === "accepted";
    },
  }),
  "a login by recovery code": purpose({
    make: makeCode,
    isAccepted: async ({ completeRecoveryLogin }, { email, code }) => {
      const browser = newBrowser();
      return (await completeRecoveryLogin({ email, code: typed(code) }, asking(browser), browser)).ok;
    },
  }),
  "a confirmation by recovery code": purpose({
    make: makeCode,
    isAccepted: async ({ finishRecoveryStepUp }, { userId, code }) => {
      const session = await openTestSession(userId);
      return (await finishRecoveryStepUp({ act: "change-email", code: typed(code) }, session, visitor)).ok;
    },
  }),
};

async function makeCode({ hashRecoveryCode, newRecoveryCode, secretIds }: Instance) {
  const user = await createUser(newPerson());
  const code = newRecoveryCode();
  const secretId = secretIds()[0];
  await db().recoveryCode.create({ data: { codeHash: hashRecoveryCode(code), userId: user.id, secretId } });
  return { userId: user.id, email: user.email, code };
}

const meetings: [Step, Step][] = [
  ["old", "old,new"],
  ["old,new", "old"],
  ["old", "new,old"],
  ["old,new", "new,old"],
  ["new,old", "old,new"],
  ["new,old", "new"],
  ["new", "new,old"],
];

describe.each(Object.entries(purposes))("%s", (_name, { make, isAccepted }) => {
  it.each(meetings)("made with AUTH_SECRET=%s is accepted with AUTH_SECRET=%s", async (maker, reader) => {
    expect(await isAccepted(instances[reader], await make(instances[maker]))).toBe(true);
  });

  it.each(["old", "old,new"] as const)("made with AUTH_SECRET=%s ends with the old secret", async (maker) => {
    const made = await make(instances[maker]);
    expect(await isAccepted(instances.new, made)).toBe(false);
    expect(await isAccepted(instances[maker], made)).toBe(true);
  });
});

const { TEST_REDIS_URL: redisUrl } = process.env;

describe.each(["Postgres", "Redis"])("the limits in %s", (name) => {
  const store = name === "Postgres" ? createPostgresStore() : createRedisStore(redisUrl ?? "");
  const limitsOf = (step: Step) => instances[step].createLimits(async () => store);
  const chargesOf = (subject: string) => [{ policy: "send.address.short" as const, subject }];
  const isSkipped = name === "Redis" && !redisUrl;
  const spend = async (step: Step, subject: string, times: number) => {
    const decisions = await Promise.all(
      Array.from({ length: times }, () => limitsOf(step).consume(chargesOf(subject))),
    );
    return decisions.filter(({ isAllowed }) => isAllowed).length;
  };

  it.skipIf(isSkipped)(
    "let an attacker through no more often, whatever instances of a step are asked (R17)",
    async () => {
      for (const step of [
        ["old", "old,new"],
        ["old,new", "new,old"],
        ["new,old", "new"],
      ] as const) {
        const subject = randomUUID();
        const allowed = await Promise.all(step.map((one) => spend(one, subject, 20)));
        expect(
          allowed.reduce((sum, count) => sum + count, 0),
          step.join(" beside "),
        ).toBe(5);
      }
    },
  );

  it.skipIf(isSkipped)("keep what was counted before each step (R17)", async () => {
    const [late, full] = [randomUUID(), randomUUID()];
    expect(await spend("old", late, 3)).toBe(3);
    expect(await spend("old", full, 5)).toBe(5);
    expect(await spend("old,new", full, 1)).toBe(0);
    expect(await spend("new,old", full, 1)).toBe(0);
    expect(await spend("new,old", late, 9)).toBe(2);
    const counted = randomUUID();
    expect(await spend("old,new", counted, 5)).toBe(5);
    expect(await spend("new", counted, 1)).toBe(0);
  });

  it.skipIf(isSkipped)("count nothing by the old secret once it is removed", async () => {
    const subject = randomUUID();
    expect(await spend("old", subject, 5)).toBe(5);
    expect((await limitsOf("new").readUse(chargesOf(subject)))[0]?.used).toBe(0);
    expect((await limitsOf("new,old").readUse(chargesOf(subject)))[0]?.used).toBe(5);
  });

  it.skipIf(isSkipped)("tell of a crossing once, name it alike in both orders, and open by one release", async () => {
    const subject = randomUUID();
    await spend("old,new", subject, 5);
    const refusal = await limitsOf("old,new").consume(chargesOf(subject));
    expect(refusal).toMatchObject({ isAllowed: false, isFirst: true });
    const again = await limitsOf("new,old").consume(chargesOf(subject));
    if (refusal.isAllowed || again.isAllowed) throw new Error("The limit is open.");
    expect(again).toEqual({ ...refusal, isFirst: false });
    const named = { policy: refusal.policy, subject: refusal.subject };
    expect(await limitsOf("new,old").findClosed([named])).toEqual([refusal.retryAt]);
    await limitsOf("new").release(named);
    expect(await limitsOf("old,new").findClosed([named])).toEqual([null]);
    expect(await spend("new,old", subject, 9)).toBe(5);
  });

  it.skipIf(isSkipped)("give back and fill by each secret", async () => {
    const subject = randomUUID();
    await spend("old,new", subject, 5);
    await limitsOf("new,old").refund(chargesOf(subject));
    expect(await spend("new", subject, 9)).toBe(1);
    await limitsOf("new,old").forget(chargesOf(subject));
    await limitsOf("new,old").exhaust({ policy: "send.address.short", subject }, 60);
    for (const step of steps) expect(await spend(step, subject, 1), step).toBe(0);
  });
});

it("a member has the same mark on all instances, so open pages do not reload", () => {
  expect(new Set(steps.map((step) => instances[step].accountMark(id))).size).toBe(1);
});

describe("a session during the rotation", () => {
  async function openWith(step: Step) {
    const session = await openTestSession();
    const { sessionToken } = await db().session.findUniqueOrThrow({ where: { id: session.id } });
    await instances[step].keepRotatedSession(session, sessionToken);
    return session;
  }

  it("gets a cookie of the new secret from /api/me too, and only then", async () => {
    const session = await openWith("old");
    const cookie = jar.get(cookieName("session"));
    await instances["old,new"].replaceCookieOfOlderSecret(session);
    expect(jar.get(cookieName("session"))).toBe(cookie);
    await instances["new,old"].replaceCookieOfOlderSecret(session);
    const renewed = jar.get(cookieName("session"));
    expect(renewed).not.toBe(cookie);
    await instances["new,old"].replaceCookieOfOlderSecret(session);
    expect(jar.get(cookieName("session"))).toBe(renewed);
    const { middleware } = instances.new;
    const headers = { cookie: `${cookieName("session")}=${renewed}` };
    expect((await middleware(new NextRequest("http://localhost:3000/account", { headers }))).status).toBe(200);
  });
});

describe("recovery codes during the rotation", () => {
  it("ask for new ones from the new order on, and do not count once their secret is gone", async () => {
    const { userId } = await makeCode(instances.old);
    expect(await instances["old,new"].readRecoveryCodes(userId)).toMatchObject({ left: 1, isOutdated: false });
    expect(await instances["new,old"].readRecoveryCodes(userId)).toMatchObject({ left: 1, isOutdated: true });
    expect(await instances.new.readRecoveryCodes(userId)).toMatchObject({ left: 0, isOutdated: true });
  });

  it("from before the secret was kept belong to the first one that the shop ran with", async () => {
    const { userId } = await makeCode(instances.old);
    await db().recoveryCode.updateMany({ where: { userId }, data: { secretId: null } });
    expect(await instances.old.readRecoveryCodes(userId)).toMatchObject({ left: 1, isOutdated: false });
    await instances.old.noteSecretUse();
    await instances["new,old"].noteSecretUse();
    expect(await instances["new,old"].readRecoveryCodes(userId)).toMatchObject({ left: 1, isOutdated: true });
    expect(await instances.new.readRecoveryCodes(userId)).toMatchObject({ left: 0, isOutdated: true });
  });
});

describe("the check of secrets", () => {
  const dayMs = 24 * 60 * 60_000;
  const inDays = (days: number) => new Date(Date.now() + days * dayMs);
  const ran = async (step: Step, from: number, until: number) =>
    await db().secretUse.create({
      data: {
        secretIds: instances[step].secretIds().join(","),
        firstUsedAt: inDays(from),
        lastUsedAt: inDays(until),
      },
    });
  const whatIsLeft = async (now: Date) =>
    (await instances["new,old"].checkSecrets(now)).dependents.map(({ what }) => what);

  it("says when the new secret may sign: once no instance runs without it", async () => {
    await ran("old", -10, 0);
    const [next] = instances.new.secretIds();
    const waiting = await instances["old,new"].checkSecrets();
    expect(waiting).toMatchObject({ next: [next], isUsed: false, dependents: [] });
    expect(waiting.otherLists).toHaveLength(1);
    await instances["old,new"].noteSecretUse();
    const later = new Date(Date.now() + 11 * 60_000);
    expect(await instances["old,new"].checkSecrets(later)).toMatchObject({
      next: [next],
      isUsed: true,
      otherLists: [],
    });
  });

  it("names each thing that still needs the old secret, and when the last one ends", async () => {
    await db().session.deleteMany();
    await db().recoveryCode.deleteMany();
    const session = await openTestSession();
    const leaving = await createUser(newPerson());
    await db().user.update({ where: { id: leaving.id }, data: { deletionAskedAt: inDays(-1) } });
    const moved = { userId: leaving.id, oldEmail: newPerson().email, at: inDays(-1), undoableUntil: inDays(6) };
    await db().emailChange.create({ data: moved });
    const recovery = {
      newEmail: newPerson().email,
      reason: "lost",
      startedById: session.user.id,
      startedAt: inDays(-1),
    };
    await db().accountRecovery.create({ data: { ...recovery, userId: leaving.id } });
    const { userId } = await makeCode(instances.old);
    await ran("old", -10, -0.2);
    await ran("old,new", -0.2, -0.1);
    await ran("new,old", -0.1, 0);
    await db().session.updateMany({
      where: { id: session.id },
      data: { lastSeenAt: inDays(-1), createdAt: inDays(-1), expires: inDays(89) },
    });

    const { dependents } = await instances["new,old"].checkSecrets();
    expect(dependents.map(({ what }) => what)).toEqual([
      "sessions",
      "undo",
      "keep",
      "stop",
      "reports",
      "codes",
      "counts",
    ]);
    const daysLeft = Object.fromEntries(
      dependents.map(({ what, until }) => [what, until && Math.round((until.getTime() - Date.now()) / dayMs)]),
    );
    expect(daysLeft).toEqual({ sessions: 14, undo: 6, keep: 7, stop: 14, reports: 90, codes: null, counts: 30 });

    // As of a visit after the change.
    await db().session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date() } });
    expect(await whatIsLeft(new Date())).not.toContain("sessions");
    expect(await whatIsLeft(inDays(31))).toEqual(["reports", "codes"]);
    await db().recoveryCode.deleteMany({ where: { userId } });
    expect(await whatIsLeft(inDays(91))).toEqual([]);
  });

  it("as a command prints neither secret, and exits with 0 only when nothing stands in the way", async () => {
    const check = async (step: Step) => {
      const env = { ...process.env, AUTH_SECRET: lists[step].join(",") };
      const args = ["scripts/bootstrap.mjs", "scripts/operations/check-secrets.ts"];
      return await new Promise<{ code: number; printed: string }>((resolve) => {
        const child = execFile(process.execPath, args, { env }, (_error, stdout, stderr) => {
          resolve({ code: child.exitCode ?? -1, printed: stdout + stderr });
        });
      });
    };
    await ran("old", -10, -1);
    await instances["new,old"].noteSecretUse();
    const early = await check("new,old");
    expect(early.printed).toContain("Keep the older secret until ");
    expect(early.code).toBe(1);
    const done = await check("old");
    expect(done.printed).toContain("There is no older secret to remove.");
    expect(done.printed).toContain("Wait until all have the same list.");
    for (const secret of [old, young]) expect(early.printed + done.printed).not.toContain(secret);
  });
});
