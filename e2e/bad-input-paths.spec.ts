import fc from "fast-check";
import { expect, fastCheck, routesOfBuild, test } from "./bad-input";
import { nastyText, wellFormed } from "./nasty-values";

const routes = routesOfBuild();
const route = fc.constantFrom(...routes.map(({ path }) => path));

/** A path that is no way to write an address of the shop. */
const nastyPaths = [
  "/products/%E0%A4%A",
  "/%E0%A4%A",
  "/otp/%ff",
  "/not-me/%c0%80",
  "/home/%E0%A4%A",
  "/account/%E0%A4%A",
  "/admin/%E0%A4%A",
  "/storefront/%E0%A4%A",
  "/api/auth/%E0%A4%A",
  "/api/%E0%A4%A",
  "/_next/static/%E0%A4%A",
  "/_next/static/chunks/%00.js",
  "/_next/image?url=%E0%A4%A",
  "/_next/image?url=//evil.example/&w=1&q=1",
  "/_next/data/x/%E0%A4%A.json",
  "/products/%",
  "/products/%%",
  "/products/%zz",
  "/products/%00",
  "/products/a%00b",
  "/products/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "/products/..%5c..%5cwindows",
  "/products/../../etc/passwd",
  "/..",
  "/../..",
  "/.",
  "/./login",
  "//",
  "///",
  "//login",
  "//evil.example/%2f..",
  "/\\evil.example",
  "/login//",
  "/login/",
  "/login/.",
  "/LOGIN",
  "/login;jsessionid=1",
  "/products;a=b/moka-pot;c=d",
  "/login.rsc",
  "/login.json",
  "/login/..%2f..%2fadmin",
  "/products/moka-pot.segments/_tree.segment.rsc",
  `/products/${"a".repeat(4_000)}`,
  `/${"a/".repeat(2_000)}`,
  `/otp/${"%F0%9F%98%80".repeat(300)}`,
  "/products/%F0%9F%98%80",
  "/products/%ED%A0%80",
  "/products/%EF%BF%BF",
  "/products/__proto__",
  "/products/constructor",
  "/products/toString",
  "/products/[slug]",
  "/products/%5Bslug%5D",
  "/[challenge]",
  "/404",
  "/500",
  "/400",
  "/_error",
  "/_not-found",
  "/_global-error",
  "/unavailable/%E0%A4%A",
  "/favicon.ico/%E0%A4%A",
  "*",
  "http://evil.example/login",
  "http://[::1/login",
  "/#fragment",
  "/login#",
  "?",
  "/?",
  "/login?%E0%A4%A",
  "/login?next=%E0%A4%A",
];

// CONNECT is not among them: Node ends that connection by itself, since nobody listens for tunnels.
test("every route answers every method, and refusals contain a sentence", async ({ visit }) => {
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "SHOP"];
  for (const { path } of routes) for (const method of methods) await visit.send({ method, target: path });
});

for (const target of nastyPaths) {
  test(`the URL ${target.slice(0, 80)} is answered with a sentence`, async ({ visit }) => {
    await visit.send({ target });
    await visit.send({ target, headers: [["RSC", "1"]] });
    await visit.send({ target, method: "POST", body: "a=b" });
  });
}

test("no path below a route causes a server error", async ({ visit }) => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((raw) => Buffer.from(raw));
  const percent = bytes.map((raw) => raw.toString("hex").replace(/../g, "%$&"));
  const segment = fc.oneof(
    percent,
    nastyText.map((text) => encodeURIComponent(wellFormed(text)).slice(0, 3_000)),
    fc.constantFrom("..", ".", "", "%2e%2e", "%2f", "%5c", ";a=b", "%", "[slug]", "a%00"),
  );
  const target = fc
    .tuple(route, fc.array(segment, { minLength: 1, maxLength: 3 }))
    .map(([path, segments]) => `${path.replace(/\/$/, "")}/${segments.join("/")}`);
  await fc.assert(
    fc.asyncProperty(target, async (path) => {
      await visit.send({ target: path });
    }),
    { ...fastCheck, numRuns: 100 },
  );
});

test("no query causes a server error", async ({ visit }) => {
  const name = fc.oneof(
    fc.constantFrom("next", "notice", "until", "back", "q", "page", "role", "_rsc", "callbackUrl", "nxtPslug"),
    fc.constantFrom("__proto__", "__proto__[a]", "constructor", "next[]", "next[a]", "nextInternalLocale"),
    nastyText,
  );
  const encoded = (text: string) => encodeURIComponent(wellFormed(text)).slice(0, 9_000);
  const pair = fc.oneof(
    fc.tuple(name, nastyText).map(([key, value]) => `${encoded(key)}=${encoded(value)}`),
    fc.constantFrom("next=%E0%A4%A", "%E0%A4%A=1", "=", "&&", "next", "next=/home&next=/account", "notice=a&notice=b"),
  );
  const query = fc.array(pair, { maxLength: 6 }).map((pairs) => pairs.join("&").slice(0, 12_000));
  await fc.assert(
    fc.asyncProperty(route, query, async (path, search) => {
      await visit.send({ target: `${path}?${search}` });
    }),
    { ...fastCheck, numRuns: 120 },
  );
});

test("a path that is not valid UTF-8 gets a page that says so", async ({ visit }) => {
  for (const { path } of routes) {
    const answer = await visit.send({ target: `${path.replace(/\/$/, "")}/%E0%A4%A` });
    expect([400, 404], path).toContain(answer.status);
  }
});
