import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, fastCheck, isNodesOwn, memberCookie, sessionCookie, test } from "./bad-input";
import { nastyJson, nastyText, wellFormed } from "./nasty-values";
import { logInWithoutScripts } from "./shown-pages";

const pages = [
  "/",
  "/login",
  "/register",
  "/home",
  "/account",
  "/account/sessions",
  "/admin/users",
  "/api/me",
  "/api/auth/session",
];
const protectedPages = ["/home", "/account", "/account/sessions", "/account/passkeys", "/admin/users"];

test.afterAll(async ({ visit }) => await logInWithoutScripts(visit));

test("a good session cookie opens the account", async ({ visit }) => {
  const answer = await visit.send({ target: "/account", headers: [["Cookie", await memberCookie()]] });
  expect(answer.status).toBe(200);
});

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const someone = { sub: randomBytes(8).toString("hex"), sid: "x", role: "ADMIN", checkedAt: Date.now() };

const forged: [what: string, cookie: () => Promise<string>][] = [
  ["none at all", async () => ""],
  ["an empty one", async () => "shop-session="],
  ["a truncated one", async () => (await memberCookie()).slice(0, -20)],
  ["half of one", async () => (await memberCookie()).slice(0, 60)],
  ["one made with another salt", async () => await sessionCookie(someone, "shop-csrf")],
  ["an unsigned one", async () => `shop-session=${base64url({ alg: "none" })}.${base64url(someone)}.`],
  ["one signed by nobody", async () => `shop-session=${base64url({ alg: "HS256" })}.${base64url(someone)}.AAAA`],
  ["one that names another algorithm", async () => `shop-session=${base64url({ alg: "dir", enc: "none" })}....`],
  ["five empty parts", async () => "shop-session=...."],
  ["one of 8 kB", async () => `shop-session=${"a".repeat(8_000)}`],
  ["percent signs", async () => "shop-session=%E0%A4%A; %=%"],
  ["quotes", async () => 'shop-session="a"b"; "=";;;=;'],
  ["a prototype's name", async () => "__proto__=1; constructor=2; shop-session=__proto__"],
  ["bytes that are no ASCII", async () => "shop-session=\u00ff\u00fe; \u00e9=1"],
  ["NextAuth's chunks", async () => "shop-session.0=a; shop-session.1=b; shop-session.99=c"],
  [
    "malformed keys",
    async () => "shop-challenge=%00; shop-browser=' OR 1=1 --; shop-csrf=|; shop-callback=javascript:1",
  ],
];

for (const [what, cookie] of forged) {
  test(`a session cookie that is ${what} gives no access and causes no error`, async ({ visit }) => {
    const value = await cookie();
    for (const target of pages) {
      const answer = await visit.send({ target, headers: [["Cookie", value]] });
      if (protectedPages.includes(target)) expect(answer.headers.location ?? answer.body).toMatch(/login|log in/);
    }
  });
}

test("Node refuses a cookie of 100 kB", async ({ visit }) => {
  const answer = await visit.send({ target: "/", headers: [["Cookie", `shop-session=${"a".repeat(100_000)}`]] });
  expect(answer.status).toBe(431);
  expect(isNodesOwn(answer)).toBe(true);
});

test("two session cookies cause no error", async ({ visit }) => {
  const good = await memberCookie();
  for (const value of [`${good}; shop-session=x`, `shop-session=x; ${good}`, `${good}; ${good}`]) {
    for (const target of pages) await visit.send({ target, headers: [["Cookie", value]] });
  }
});

test("a cookie encrypted by the shop with any other content gives no access and causes no error", async ({ visit }) => {
  const field = fc.option(nastyJson, { nil: undefined });
  const token = fc.record({ sub: field, sid: field, role: fc.oneof(field, fc.constant("ADMIN")), checkedAt: field });
  await fc.assert(
    fc.asyncProperty(token, fc.boolean(), fc.constantFrom(...pages), async (payload, isFresh, target) => {
      const cookie = await sessionCookie(isFresh ? { ...payload, checkedAt: Date.now() } : payload);
      if (cookie.length > 12_000) return;
      const answer = await visit.send({ target, headers: [["Cookie", cookie]] });
      if (/^\/(account|admin)/.test(target)) expect([303, 307]).toContain(answer.status);
    }),
    { ...fastCheck, numRuns: 50 },
  );
});

test("no unknown cookie causes an error", async ({ visit }) => {
  const name = fc
    .constantFrom("session", "challenge", "passkey", "browser", "callback", "csrf")
    .map((each) => `shop-${each}`);
  const value = nastyText.map((text) =>
    wellFormed(text)
      .replace(/[\r\n\0]/g, "")
      .slice(0, 5_000),
  );
  const header = fc
    .array(fc.tuple(name, value), { maxLength: 4 })
    .map((all) => all.map((pair) => pair.join("=")).join("; "));
  await fc.assert(
    fc.asyncProperty(header, fc.constantFrom(...pages), async (cookie, target) => {
      await visit.send({ target, headers: [["Cookie", Buffer.from(cookie).toString("latin1")]] });
    }),
    { ...fastCheck, numRuns: 60 },
  );
});

test("cookies planted in a browser do not prevent its login", async ({ visit }) => {
  await logInWithoutScripts(visit, "; shop-callback=nonsense; shop-csrf=|; shop-browser=%00; shop-session=x");
});

const oddHeaders: [name: string, value: string][] = [
  ["Accept-Language", "\u00ff".repeat(200)],
  ["User-Agent", "x".repeat(7_000)],
  ["User-Agent", ""],
  ["X-Forwarded-For", "not an address"],
  ["X-Forwarded-For", `${"1.2.3.4, ".repeat(500)}::1`],
  ["X-Forwarded-For", "fe80::1%eth0"],
  ["X-Forwarded-Host", "evil.example"],
  ["X-Forwarded-Host", "["],
  ["X-Forwarded-Proto", "javascript"],
  ["Host", "evil.example"],
  ["Host", "["],
  ["Host", ""],
  ["Origin", "null"],
  ["Origin", "["],
  ["Referer", "%E0%A4%A"],
  ["RSC", "1"],
  ["Next-Router-State-Tree", "%E0%A4%A"],
  ["Next-Router-State-Tree", "%7B%7D"],
  ["Next-Router-State-Tree", `${"%5B".repeat(2_000)}`],
  ["Next-Router-Segment-Prefetch", "/../.."],
  ["Next-Router-Prefetch", "9"],
  ["Next-Url", "["],
  ["X-Middleware-Subrequest", "middleware:middleware:middleware:middleware:middleware"],
  ["X-Middleware-Rewrite", "/admin"],
  ["X-Action-Forwarded", "1"],
  ["X-Nextjs-Data", "1"],
  ["X-Invoke-Path", "/admin"],
  ["X-Matched-Path", "/admin"],
  ["Range", "bytes=9-1"],
  ["If-None-Match", "*"],
  ["If-Modified-Since", "never"],
  ["Accept-Encoding", "identity;q=0, *;q=0"],
  ["Expect", "200-nonsense"],
  ["Upgrade", "websocket"],
  ["Content-Type", "multipart/form-data"],
  ["Content-Encoding", "gzip"],
];

for (const [name, value] of oddHeaders) {
  test(`the header ${name}: ${value.slice(0, 40)} causes no error`, async ({ visit }) => {
    for (const target of ["/", "/login", "/home", "/api/me"]) {
      await visit.send({ target, headers: [[name, value]] });
      await visit.send({ target, method: "POST", body: "a=b", headers: [[name, value]] });
      if (name === "RSC" || name.startsWith("Next-"))
        await visit.send({
          target,
          headers: [
            ["RSC", "1"],
            [name, value],
          ],
        });
    }
  });
}

test("Node answers input that is not HTTP with 400 or 431 and nothing else", async ({ visit }) => {
  const bad: Parameters<typeof visit.send>[0][] = [
    { target: "/ /", headers: [] },
    { target: "/", headers: [["Bad Name", "x"]] },
    { target: "/", headers: [["X", "a\0b"]] },
    { target: "/login", method: "POST", body: "x", contentLength: "-1" },
    { target: "/login", method: "POST", body: "x", contentLength: "nine" },
    { target: "/login", method: "POST", body: "x", contentLength: "1\r\nContent-Length: 2" },
    { target: "/login", method: "POST", body: "x", headers: [["Transfer-Encoding", "chunked"]] },
    {
      target: "/login",
      method: "POST",
      body: "zz\r\n",
      contentLength: null,
      headers: [["Transfer-Encoding", "chunked"]],
    },
    { target: `/${"a".repeat(100_000)}` },
    { target: "/", headers: Array.from({ length: 3_000 }, (_, index) => [`X-${index}`, "x".repeat(20)] as const) },
  ];
  for (const request of bad) {
    const answer = await visit.send(request);
    expect(isNodesOwn(answer), JSON.stringify(request).slice(0, 200)).toBe(true);
  }
});
