import { type IncomingHttpHeaders, request } from "node:http";
import ar from "@/messages/ar";
import en from "@/messages/en";
import es from "@/messages/es";
import { sql } from "./database";
import { expect, logInByForm, logInDirectly, test } from "./fixtures";
import { shop } from "./running-shop";

/** Words that stand on the premium page, in any of its languages, and on no public one. */
const premium = new RegExp([en, es, ar].map(({ blueLine }) => blueLine.heading).join("|"));

/** What may stand before a path: names of languages, what the middleware leaves to the API and to files, and neither. */
const firstWords = [
  "en",
  "es",
  "ar",
  "xx",
  "api",
  "API",
  "%61pi",
  "_next",
  "_next/static",
  "api/auth",
  "api/health",
  ".",
];

/** Headers by which a gate has been talked past before. */
const hostileHeaders: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" },
  { "x-middleware-rewrite": "/home", "x-matched-path": "/home", "x-invoke-path": "/home" },
  { "x-forwarded-host": "evil.example", "x-original-url": "/home", "x-rewrite-url": "/home" },
  { cookie: "shop-session=x" },
];

test("a visitor is asked to log in, and then gets the requested page", { tag: "@quick" }, async ({ page, member }) => {
  await page.goto("/account?from=mail");
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(page.getByText("Please log in to continue.")).toBeVisible();
  await logInByForm(page, member.email, page.url());
  await expect(page).toHaveURL(/\/account\?from=mail$/);
});

test.describe("the return path never leaves the shop", () => {
  for (const next of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
  ]) {
    test(`next=${next} leads to a page of the shop`, async ({ page, member }) => {
      await logInByForm(page, member.email, `/login?next=${encodeURIComponent(next)}`);
      await expect(page).toHaveURL(`${shop.url}/home`);
    });
  }
});

test("a return path changed in the form of the code page does not leave the shop either (R39)", async ({
  page,
  member,
  context,
}) => {
  await context.addInitScript(() => {
    document.addEventListener(
      "submit",
      (event) => {
        const next = (event.target as HTMLFormElement).elements.namedItem("next");
        if (next instanceof HTMLInputElement) next.value = "//evil.example";
      },
      true,
    );
  });
  await logInByForm(page, member.email, "/login?next=/account");
  expect(new URL(page.url()).origin).toBe(shop.url);
});

test("the premium page is not served without a session, however it is requested (R35)", async () => {
  const paths = [
    "/home",
    "/home/",
    "/home.rsc",
    "/home.txt",
    "/home.html",
    "/home.json",
    "/home?_rsc=1",
    "/home/-",
    "/home/index",
    "/%68ome",
    "/hom%65",
    "//home",
    "/./home",
    "/x/../home",
    "/home%2f",
    "/home%00",
    "/HOME",
    "/home;a=b",
    "/home/.",
    "/home.segments/_tree.segment.rsc",
    "/home.segments/_full.segment.rsc",
    "/_next/data/build/home.json",
    "/_next/image?url=%2Fhome&w=640&q=75",
    "/home/undefined",
    "/home/[key]",
    "/home/%5Bkey%5D",
    "/home/today",
    ...firstWords.map((word) => `/${word}/home`),
    ...firstWords.map((word) => `/${word}/home/-`),
  ];
  for (const path of paths) {
    for (const { what, answer } of await askInEveryWay(path, hostileHeaders)) {
      expect(answer.body, what).not.toMatch(premium);
      expect(String(answer.headers["x-nextjs-rewritten-path"] ?? ""), what).not.toMatch(/home\/[0-9a-f]{20}/);
    }
  }
});

test("the premium page is not kept by shared caches, and not found in public scripts (R36)", async ({
  page,
  context,
  member,
}) => {
  await logInDirectly(context, member.id);
  const answer = await page.goto("/home");
  expect(answer?.headers()["cache-control"]).toBe("private, no-store");
  await expect(page.getByText(premium).first()).toBeVisible();
  const scripts = await page
    .locator("script[src]")
    .evaluateAll((tags) => tags.map((tag) => (tag as HTMLScriptElement).src));
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(await (await page.request.get(script)).text()).not.toMatch(premium);
});

test("the key of the premium page, which members can read, opens nothing by itself (R36)", async ({
  page,
  context,
  member,
}) => {
  await logInDirectly(context, member.id);
  await page.goto("/home");
  const key = /[0-9a-f]{48}/.exec(await page.content())?.[0];
  if (!key) throw new Error("the page's data holds no key any more: then this test can go");
  const paths = [`/home/${key}`, `/home/${key}.rsc`, `/home/${key}.segments/_full.segment.rsc`, `/home/${key}/`];
  for (const path of [...paths, ...firstWords.flatMap((word) => paths.map((path) => `/${word}${path}`))]) {
    const allHeaders = [...hostileHeaders, { "next-action": "x" }, { "next-action": "x", rsc: "1" }];
    for (const { what, answer } of await askInEveryWay(path, allHeaders)) {
      expect(answer.body, what).not.toMatch(premium);
    }
  }
  expect((await page.goto(`/home/${key}`))?.status()).toBe(404);
});

test("a member finds nothing under other keys of the premium page", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  const answer = await page.goto("/home/anything");
  expect(answer?.status()).toBe(404);
});

test("a session that was ended elsewhere loses the premium page when its cookie is a minute old (R29)", async ({
  page,
  context,
  member,
}) => {
  const sid = await logInDirectly(context, member.id, { checkedAt: Date.now() - 61_000 });
  await page.goto("/home");
  await expect(page.getByText(premium).first()).toBeVisible();

  await context.clearCookies();
  await logInDirectly(context, member.id, { checkedAt: Date.now() - 61_000 });
  await sql(`DELETE FROM "Session" WHERE "userId" = $1`, [member.id]);
  await page.goto("/home");
  await expect(page).toHaveURL(/\/login\?next=%2Fhome$/);
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain("shop-session");
  expect(sid).toHaveLength(43);
});

test("an active session is renewed during a request, without a redirect", async ({ page, context, member }) => {
  await logInDirectly(context, member.id, { checkedAt: Date.now() - 61_000 });
  const before = (await context.cookies()).find((cookie) => cookie.name === "shop-session")?.value;
  const answer = await page.goto("/home");
  expect(answer?.request().redirectedFrom()).toBeNull();
  const after = (await context.cookies()).find((cookie) => cookie.name === "shop-session");
  expect(after?.value).not.toBe(before);
  expect(after).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("a disabled member loses every page that shows data at once (R29)", async ({ page, context, member }) => {
  await logInDirectly(context, member.id);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: `Hello, ${member.username}` })).toBeVisible();
  await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "id" = $1`, [member.id]);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
  expect(await (await page.request.get("/api/me")).json()).toEqual({ user: null });
});

test("a member-only product shows its price and story only to members (R36)", async ({ page, context, member }) => {
  const [product] = await sql<{ slug: string; description: string; memberPriceCents: number }>(
    `SELECT "slug", "description", "memberPriceCents" FROM "Product" WHERE "membersOnly" ORDER BY "position" LIMIT 1`,
  );
  if (!product) throw new Error("the catalogue has no member-only product");
  const start = product.description.slice(0, 40);
  const path = `/products/${product.slug}`;
  for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
    expect(await (await page.request.get(path, { headers })).text()).not.toContain(start);
  }
  await logInDirectly(context, member.id);
  expect(await (await page.request.get(path)).text()).toContain(start);
});

/** One path by each method with each of the headers, some at one time. */
function askInEveryWay(path: string, allHeaders: Record<string, string>[]) {
  const ways = ["GET", "POST", "HEAD"].flatMap((method) => allHeaders.map((headers) => ({ method, headers })));
  return Promise.all(
    ways.map(async ({ method, headers }) => ({
      what: `${method} ${path} ${JSON.stringify(headers)}`,
      answer: await askRaw(method, path, headers),
    })),
  );
}

/** Asks for exactly this path: a browser or fetch would tidy it up first. */
function askRaw(method: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; body: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
    const { hostname, port } = new URL(shop.url);
    const asked = request({ hostname, port, method, path, headers }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

test('unknown URLs give "not found" and no error', async () => {
  const paths = [
    "/products/%00",
    "/products/%F0%9F%98%80",
    "/products/..%2f..%2fetc",
    "/otp/%00",
    "/otp/x",
    "/login?next=%00",
  ];
  for (const path of paths) {
    const { status } = await askRaw("GET", path, {});
    expect([200, 307, 400, 404], path).toContain(status);
  }
});
