import { randomUUID } from "node:crypto";
import { type HTMLElement, parse } from "node-html-parser";
import { directionOf, type Locale, locales } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { sql } from "./database";
import { expect, fromNewAddress, test } from "./fixtures";
import { sendRaw } from "./raw-http";
import { shop } from "./running-shop";

/** As a crawler asks: without cookies, and without a wish for a language. */
async function crawl(address: string) {
  const answer = await fetch(address, {
    headers: { ...fromNewAddress(), "user-agent": "Crawler" },
    redirect: "manual",
  });
  const html = await answer.text();
  return { status: answer.status, headers: answer.headers, html, page: parse(html) };
}

const address = (path: string, locale: Locale) => new URL(publicPath(path, locale), shop.url).href;

/** What a page or an entry of the sitemap says of its languages. */
const alternates = (links: HTMLElement[]): Record<string, string> =>
  Object.fromEntries(links.map((link) => [link.getAttribute("hreflang") ?? "", link.getAttribute("href") ?? ""]));

/** Other tests show and delete products meanwhile. */
const isForeign = (address: string, own: string) => /\/products\/(found|jug)-/.test(address) && !address.endsWith(own);

async function readSitemap() {
  const { status, headers, page } = await crawl(`${shop.url}/sitemap.xml`);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("application/xml");
  return page.querySelectorAll("url").map((url) => ({
    address: url.querySelector("loc")?.text ?? "",
    changedAt: url.querySelector("lastmod")?.text ?? "",
    languages: alternates(url.getElementsByTagName("xhtml:link")),
  }));
}

type Change = { name?: string; stock?: number | null; membersOnly?: boolean; isHidden?: boolean; art?: string };

const secret = { member: 111_119, price: 123_457 };

/** In cents, and as pages write it. */
const memberPrice = /111119|1[.,]?111[.,]19/;

/** Another process runs other tests of this file, with products of its own. */
const ownProducts: string[] = [];

/** A product of this test alone, whose prices no other has. */
async function addOwnProduct(change: Change = {}): Promise<string> {
  const slug = `found-${randomUUID().slice(0, 8)}`;
  await sql(
    `INSERT INTO "Product" ("id", "slug", "name", "tagline", "description", "category", "art", "priceCents",
       "memberPriceCents", "membersOnly", "position", "stock", "hiddenAt", "updatedAt")
     VALUES (gen_random_uuid(), $1, $2, 'A line.', 'A story.', 'Kitchen', $3, $4, $5, $6, 9100, $7, $8, '2026-01-02T03:04:05Z')`,
    [
      slug,
      change.name ?? "A found thing",
      change.art ?? "kettle",
      secret.price,
      secret.member,
      change.membersOnly ?? false,
      change.stock ?? null,
      change.isHidden ? new Date() : null,
    ],
  );
  ownProducts.push(slug);
  return slug;
}

test.afterAll(async () => {
  await sql(`DELETE FROM "Product" WHERE "slug" = ANY($1)`, [ownProducts]);
});

test("a crawler finds every public page in each language by robots.txt and the sitemap, and each says so itself", async () => {
  test.setTimeout(180_000);
  const robots = await (await fetch(`${shop.url}/robots.txt`)).text();
  const [, sitemap] = /^Sitemap: (.+)$/m.exec(robots) ?? [];
  expect(sitemap).toBe(`${shop.url}/sitemap.xml`);
  expect(robots).not.toMatch(/Disallow: \/$/m);
  const own = await addOwnProduct();
  const entries = await readSitemap();
  const open = await sql<{ slug: string }>(
    `SELECT "slug" FROM "Product" WHERE NOT "membersOnly" AND "hiddenAt" IS NULL`,
  );
  const paths = ["/", ...open.map(({ slug }) => `/products/${slug}`)];
  expect(paths.length).toBeGreaterThan(10);
  const found = entries.map((entry) => entry.address);
  for (const path of paths.filter((path) => !isForeign(path, own)))
    for (const locale of locales) expect(found).toContain(address(path, locale));
  expect(entries.find((entry) => entry.address.endsWith(own))?.changedAt).toBe("2026-01-02T03:04:05.000Z");

  const titles = new Map<string, string>();
  for (const entry of entries.filter(({ address }) => !isForeign(address, own))) {
    const { status, headers, page } = await crawl(entry.address);
    expect(status, entry.address).toBe(200);
    expect(headers.get("x-robots-tag"), entry.address).toBeNull();
    expect(page.querySelector('meta[name="robots"]'), entry.address).toBeNull();
    const canonical = page.querySelectorAll('link[rel="canonical"]').map((link) => link.getAttribute("href"));
    expect(canonical.map((href) => new URL(href ?? "").href)).toEqual([entry.address]);
    const shown = alternates(page.querySelectorAll('link[rel="alternate"][hreflang]'));
    const absolute = Object.entries(shown).map(([language, href]) => [language, new URL(href).href]);
    expect(Object.fromEntries(absolute)).toEqual(entry.languages);
    expect(Object.keys(entry.languages).sort()).toEqual([...locales, "x-default"].sort());
    const locale = locales.find((each) => entry.languages[each] === entry.address) as Locale;
    for (const other of locales) {
      const there = entries.find(({ address }) => address === entry.languages[other]);
      expect(there?.languages, `${entry.languages[other]} leads back`).toEqual(entry.languages);
    }
    expect(entry.languages["x-default"]).toBe(entry.languages.en);
    const html = page.querySelector("html");
    expect([html?.getAttribute("lang"), html?.getAttribute("dir")]).toEqual([locale, directionOf(locale)]);
    const description = page.querySelector('meta[name="description"]')?.getAttribute("content") ?? "";
    expect(description.length).toBeGreaterThan(5);
    titles.set(entry.address, `${page.querySelector("title")?.text} ${description}`);
    expect(page.querySelector('meta[property="og:url"]')?.getAttribute("content")).toBe(canonical[0]);
  }
  const storefronts = locales.map((locale) => titles.get(address("/", locale)));
  expect(new Set(storefronts).size).toBe(locales.length);
});

test("a crawler that follows every link may show the sitemap's pages and no other, and reads no member price", async () => {
  test.setTimeout(180_000);
  const [hidden, kept, open] = [
    await addOwnProduct({ isHidden: true }),
    await addOwnProduct({ membersOnly: true }),
    await addOwnProduct(),
  ];
  const entries = (await readSitemap()).map((entry) => entry.address);
  expect(entries).toContain(address(`/products/${open}`, "ar"));
  expect(entries.join(" ")).not.toMatch(new RegExp(`${hidden}|${kept}`));
  for (const locale of locales) {
    expect((await crawl(address(`/products/${hidden}`, locale))).status).toBe(404);
    const locked = await crawl(address(`/products/${kept}`, locale));
    expect(locked.page.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe("noindex");
    expect(
      locked.page.querySelector('link[rel="canonical"], link[hreflang], script[type="application/ld+json"]'),
    ).toBeNull();
    expect(locked.html).not.toMatch(/1,?234|1\.234|1,?111|1\.111/);
  }

  const queue = [...entries];
  const seen = new Set(queue);
  const shown = new Set<string>();
  for (const next of queue) {
    const { status, headers, html, page } = await crawl(next);
    const links = page.querySelectorAll("a[href]").map((link) => link.getAttribute("href") ?? "");
    for (const href of [...links, headers.get("location") ?? ""]) {
      const url = new URL(href || next, next);
      url.hash = "";
      if (url.origin !== shop.url || url.pathname.startsWith("/api/") || seen.has(url.href)) continue;
      seen.add(url.href);
      queue.push(url.href);
    }
    expect(html, next).not.toMatch(memberPrice);
    const rules = `${headers.get("x-robots-tag")} ${page.querySelector('meta[name="robots"]')?.getAttribute("content")}`;
    if (status === 200 && !rules.includes("noindex")) shown.add(next);
  }
  expect(shown.size).toBeGreaterThan(30);
  for (const each of shown) if (!isForeign(each, open)) expect(entries, each).toContain(each);
  expect([...seen].filter((each) => /\/(login|register)\b/.test(each)).length).toBeGreaterThan(1);
});

test("a product's page describes it to search engines: the public price, the stock, and never a member price", async ({
  page,
}) => {
  const name = 'Jug </script><script>alert("x")</script> & <b>"lid"</b>';
  const [full, empty] = [await addOwnProduct({ name }), await addOwnProduct({ stock: 0 })];
  const read = async (slug: string, locale: Locale) => {
    const { page: found, html } = await crawl(address(`/products/${slug}`, locale));
    expect(html).not.toMatch(memberPrice);
    const blocks = found.querySelectorAll('script[type="application/ld+json"]');
    expect(blocks).toHaveLength(1);
    return JSON.parse(blocks[0]?.rawText ?? "");
  };
  for (const locale of locales) {
    const url = address(`/products/${full}`, locale);
    expect(await read(full, locale)).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Product",
      name,
      sku: full,
      offers: {
        "@type": "Offer",
        url,
        price: "1234.57",
        priceCurrency: "EUR",
        availability: "https://schema.org/InStock",
      },
    });
    expect((await read(empty, locale)).offers.availability).toBe("https://schema.org/OutOfStock");
  }

  await page.addInitScript(() => {
    const refusals: string[] = [];
    Reflect.set(window, "refusals", refusals);
    document.addEventListener("securitypolicyviolation", (event) => refusals.push(event.effectiveDirective));
  });
  await page.goto(`/es/products/${full}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  expect(await page.evaluate(() => Reflect.get(window, "refusals"))).toEqual([]);
});

test("the picture of a preview is a PNG of 1200 by 630 that caches keep, also for a drawing that nobody knows", async () => {
  const unknown = await addOwnProduct({ art: "no-such-drawing" });
  const pictures = new Set<string>();
  for (const path of ["/", "/es", `/products/${await addOwnProduct()}`, `/ar/products/${unknown}`]) {
    const { page } = await crawl(shop.url + path);
    const property = (name: string) => page.querySelector(`meta[property="${name}"]`)?.getAttribute("content") ?? "";
    expect([property("og:image:width"), property("og:image:height")]).toEqual(["1200", "630"]);
    expect(page.querySelector('meta[name="twitter:card"]')?.getAttribute("content")).toBe("summary_large_image");
    expect(page.querySelector('meta[name="twitter:image"]')?.getAttribute("content")).toBe(property("og:image"));
    const answer = await fetch(property("og:image"));
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    pictures.add(property("og:image"));
  }
  expect(pictures.size).toBe(3);
});

test("a foreign Host header gets into no address that search engines read (R39)", async () => {
  const [product] = await sql<{ slug: string }>(
    `SELECT "slug" FROM "Product" WHERE NOT "membersOnly" AND "hiddenAt" IS NULL LIMIT 1`,
  );
  for (const target of ["/", "/es", `/products/${product?.slug}`, "/sitemap.xml", "/robots.txt"]) {
    const headers = [
      ["Host", "evil.example"],
      ["X-Forwarded-Host", "evil.example"],
    ] as const;
    const answer = await sendRaw(shop.url, { target, headers });
    expect(answer.status, target).toBe(200);
    expect(answer.body, target).not.toContain("evil.example");
  }
});
