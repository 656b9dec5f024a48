import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { expect, fastCheck, postedSecret, test } from "./bad-input";
import { nastyJson, nastyText, nastyTexts, wellFormed } from "./nasty-values";
import type { RawRequest } from "./raw-http";
import { logInWithoutScripts } from "./shown-pages";

test.afterAll(async ({ visit }) => await logInWithoutScripts(visit));

const callback = "/api/auth/callback/credentials";

function post(target: string, contentType: string, body: string, headers: RawRequest["headers"] = []): RawRequest {
  return { method: "POST", target, body, headers: [["Content-Type", contentType], ...headers] };
}

test("no request body makes NextAuth's callback fail or create a session", async ({ visit }) => {
  const csrf = await visit.send({ target: "/api/auth/csrf" });
  const csrfToken: string = JSON.parse(csrf.body).csrfToken;
  const cookie = (csrf.headers["set-cookie"] ?? "")
    .split("\n")
    .map((line) => line.split(";")[0])
    .join("; ");
  const field = fc.constantFrom("challengeId", "code", "username", "phone", "email", "callbackUrl", "redirect", "json");
  const fields = fc.dictionary(field, nastyJson).map((values) => ({ csrfToken, code: postedSecret, ...values }));
  await fc.assert(
    fc.asyncProperty(fields, async (values) => {
      const asText = (value: unknown) => wellFormed(typeof value === "string" ? value : JSON.stringify(value));
      const form = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, asText(value)]));
      for (const request of [
        post(callback, "application/json", JSON.stringify(values), [["Cookie", cookie]]),
        post(callback, "application/x-www-form-urlencoded", `${form}`, [["Cookie", cookie]]),
      ]) {
        const answer = await visit.send(request);
        expect(answer.headers["set-cookie"] ?? "").not.toMatch(/shop-session=[^;]/);
      }
    }),
    { ...fastCheck, numRuns: 40 },
  );
});

test("NextAuth's routes answer any body of any type with a sentence or with JSON", async ({ visit }) => {
  const bodies = [
    "",
    "[]",
    "0",
    "null",
    "true",
    '"x"',
    "{",
    "{}",
    '{"csrfToken":[]}',
    '{"csrfToken":{"a":1}}',
    "[".repeat(10_000),
    "x".repeat(20_000),
    "x".repeat(1_000_000),
  ];
  const types = [
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "nonsense",
    "",
  ];
  for (const body of bodies) for (const type of types) await visit.send(post(callback, type, body));
  for (const path of [
    "csrf",
    "session",
    "providers",
    "signin",
    "signout",
    "error",
    "callback",
    "callback/email",
    "callback/__proto__",
    "verify-request",
    "webauthn-options",
    "%2e%2e",
    "csrf/csrf",
  ]) {
    await visit.send({ target: `/api/auth/${path}?callbackUrl=https://evil.example/&error=<b>` });
    await visit.send(post(`/api/auth/${path}`, "application/json", "{}"));
  }
});

test("the page that cancels a request accepts only tokens made by the shop", async ({ visit }) => {
  const good = makeReportToken("challenge", randomBytes(16).toString("base64url"));
  const token = fc.oneof(
    nastyText.map((text) => encodeURIComponent(wellFormed(text)).slice(0, 2_000)),
    fc.nat({ max: good.length - 1 }).map((at) => good.slice(0, at)),
    fc
      .nat({ max: good.length - 1 })
      .map((at) => `${good.slice(0, at)}${good[at] === "A" ? "B" : "A"}${good.slice(at + 1)}`),
  );
  await fc.assert(
    fc.asyncProperty(token, async (value) => {
      const answer = await visit.send({ target: `/not-me/${value}` });
      expect(answer.status).not.toBe(200);
    }),
    { ...fastCheck, numRuns: 40 },
  );
});

test("events that SendGrid or Stripe did not sign are refused, whatever they contain", async ({ visit }) => {
  const header = nastyText.map((text) =>
    Buffer.from(
      wellFormed(text)
        .replace(/[\r\n\0]/g, "")
        .slice(0, 2_000),
    ).toString("latin1"),
  );
  await fc.assert(
    fc.asyncProperty(header, header, nastyJson, async (signature, timestamp, value) => {
      const answer = await visit.send(
        post("/api/webhooks/sendgrid", "application/json", JSON.stringify(value), [
          ["X-Twilio-Email-Event-Webhook-Signature", signature],
          ["X-Twilio-Email-Event-Webhook-Timestamp", timestamp],
        ]),
      );
      expect([400, 403]).toContain(answer.status);
      const paid = await visit.send(
        post("/api/webhooks/stripe", "application/json", JSON.stringify(value), [["Stripe-Signature", signature]]),
      );
      // Some of the values are longer than any event of Stripe.
      expect([400, 403, 413]).toContain(paid.status);
    }),
    { ...fastCheck, numRuns: 40 },
  );
  expect((await visit.send(post("/api/webhooks/stripe", "application/json", "x".repeat(60_000)))).status).toBe(413);
  expect((await visit.send(post("/api/webhooks/sendgrid", "application/json", "x".repeat(3_000_000)))).status).toBe(
    413,
  );
});

test("the pages for 429 and for logout accept any query and any body", async ({ visit }) => {
  for (const text of nastyTexts) {
    const value = encodeURIComponent(wellFormed(text)).slice(0, 8_000);
    const answer = await visit.send({ target: `/too-many-requests?until=${value}&back=${value}` });
    expect(answer.status).toBe(429);
    await visit.send(post("/logout", "application/x-www-form-urlencoded", `a=${value}`));
  }
});
