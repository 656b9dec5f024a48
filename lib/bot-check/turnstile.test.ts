import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import type { BotCheckBearer } from "./provider";
import { turnstile } from "./turnstile";

// Speaks as developers.cloudflare.com/turnstile/get-started/server-side-validation describes siteverify.
const keys = { siteKey: "0x4AAAAAAA-site", secretKey: "0x4AAAAAAA-secret" };
const bearer: BotCheckBearer = { purpose: "login", browserKey: "k".repeat(43), ip: "203.0.113.9" };
const invalid = { ok: false, error: "BOT_CHECK_INVALID" };
const unavailable = { ok: false, error: "BOT_CHECK_UNAVAILABLE" };

let errors: MockInstance;
let server: Server;
let answer: { status?: number; body: string } | "silence";
let asked: { method?: string; url?: string; type?: string; fields: Record<string, string> }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({
      method: request.method,
      url: request.url,
      type: request.headers["content-type"],
      fields: Object.fromEntries(new URLSearchParams(body)),
    });
    if (answer === "silence") return;
    response.writeHead(answer.status ?? 200, { "content-type": "application/json" }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.TURNSTILE_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  errors = vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

describe("Turnstile", () => {
  it("gets the response with our secret and the visitor's address, and its approval counts", async () => {
    answer = json(await ours());
    expect(await turnstile(keys).verify("token", bearer)).toEqual({ ok: true, value: null });
    expect(asked).toEqual([
      {
        method: "POST",
        url: "/turnstile/v0/siteverify",
        type: expect.stringContaining("application/x-www-form-urlencoded"),
        fields: { secret: keys.secretKey, response: "token", remoteip: "203.0.113.9" },
      },
    ]);
  });

  it("gets no address if none is known", async () => {
    answer = json(await ours());
    await turnstile(keys).verify("token", { ...bearer, ip: null });
    expect(asked[0]?.fields).toEqual({ secret: keys.secretKey, response: "token" });
  });

  it.each(["invalid-input-response", "timeout-or-duplicate", "missing-input-response"])(
    "refuses a response that Cloudflare calls %s",
    async (code) => {
      answer = json({ success: false, "error-codes": [code] });
      expect(await turnstile(keys).verify("token", bearer)).toEqual(invalid);
    },
  );

  it.each([
    ["another site", { hostname: "evil.example" }],
    ["a site whose name ends in ours", { hostname: "evil-localhost" }],
    ["no site", { hostname: undefined }],
    ["another form", { action: "register" }],
    ["no form", { action: undefined }],
    ["another browser", { cdata: "somebody else's" }],
    ["no browser", { cdata: undefined }],
  ])("refuses a good response that was given to %s", async (_, change) => {
    answer = json({ ...(await ours()), ...change });
    expect(await turnstile(keys).verify("token", bearer)).toEqual(invalid);
  });

  it.each([
    ["refuses our secret", { body: '{"success":false,"error-codes":["invalid-input-secret"]}' }],
    ["has a fault of its own", { body: '{"success":false,"error-codes":["internal-error"]}' }],
    ["gives no reason", { body: '{"success":false,"error-codes":[]}' }],
    ["answers 500", { status: 500, body: "oops" }],
    ["answers with a page", { body: "<html>" }],
    ["says yes in another way", { body: '{"success":"true"}' }],
    ["sends us elsewhere", { status: 302, body: "" }],
  ])("stays closed when Cloudflare %s", async (_, bad) => {
    answer = bad;
    expect(await turnstile(keys).verify("token", bearer)).toEqual(unavailable);
  });

  it("stays closed when Cloudflare says nothing for ten seconds (R19)", async () => {
    answer = "silence";
    const soon = AbortSignal.timeout(200);
    const waits = vi.spyOn(AbortSignal, "timeout").mockReturnValue(soon);
    expect(await turnstile(keys).verify("token", bearer)).toEqual(unavailable);
    expect(waits).toHaveBeenCalledExactlyOnceWith(10_000);
    expect(soon.aborted).toBe(true);
  });

  it("is used without the secret or the response in the log", async () => {
    answer = json({ success: false, "error-codes": ["invalid-input-secret"] });
    await turnstile(keys).verify("the-response", bearer);
    const written = JSON.stringify(errors.mock.calls);
    expect(written).toContain("invalid-input-secret");
    expect(written).not.toContain(keys.secretKey);
    expect(written).not.toContain("the-response");
  });

  it("keeps the secret from the browser", async () => {
    expect(JSON.stringify(await turnstile(keys).issue(bearer))).not.toContain(keys.secretKey);
  });
});

function json(body: object) {
  return { body: JSON.stringify(body) };
}

/** The yes to a response that was given to our login form in this browser. */
async function ours() {
  const { action, cData } = await turnstile(keys).issue(bearer);
  return {
    success: true,
    challenge_ts: "2026-11-23T12:00:00.000Z",
    hostname: "localhost",
    "error-codes": [],
    action,
    cdata: cData,
  };
}
