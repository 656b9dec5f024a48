import { type HTMLElement, parse } from "node-html-parser";
import { findSentence, follow } from "./code-request";
import type { Answer } from "./exact-request";
import type { Form } from "./html-form";
import type { Browser, Headers } from "./shop-client";

/** Public products that can be bought now, from the sitemap. Throws if there are fewer. */
export async function findGoods(browser: Browser, count: number): Promise<string[]> {
  const { body } = await browser.get("/sitemap.xml");
  const found: string[] = [];
  for (const slug of new Set(body.match(/(?<=\/products\/)[a-z0-9-]+/g))) {
    if ((await browser.get(`/products/${slug}`)).body.includes('action="/bag/add"')) found.push(slug);
    if (found.length === count) return found;
  }
  throw new Error(`the shop sells ${found.length} products to visitors, and this needs ${count}`);
}

export async function findKeptGoods(browser: Browser): Promise<string[]> {
  const shown = (await browser.get("/")).body.match(/(?<=href="\/products\/)[a-z0-9-]+/g);
  const open = (await browser.get("/sitemap.xml")).body;
  return [...new Set(shown)].filter((slug) => !open.includes(`/products/${slug}<`));
}

export async function postToBag(
  browser: Browser,
  path: "/bag/add" | "/bag/set",
  fields: Record<string, string>,
  headers: Headers = {},
): Promise<Answer> {
  return await browser.post(path, new URLSearchParams(fields), headers);
}

export type Bag = { lines: Map<string, number>; total: string | null };

/** Pieces by slug; a line that cannot be bought has 0. */
export async function readBag(browser: Browser): Promise<Bag> {
  const page = parse((await browser.get("/bag")).body);
  const lines = new Map<string, number>();
  for (const field of page.querySelectorAll('form[action="/bag/set"] input')) {
    const slug = field.getAttribute("name") ?? "";
    lines.set(slug, Math.max(lines.get(slug) ?? 0, Number(field.getAttribute("value"))));
  }
  return { lines, total: page.querySelector("section[aria-labelledby=total] p")?.textContent.trim() ?? null };
}

export async function emptyBag(browser: Browser): Promise<void> {
  for (const slug of (await readBag(browser)).lines.keys()) await postToBag(browser, "/bag/set", { [slug]: "0" });
}

export async function openCheckout(browser: Browser, goods: Record<string, string>): Promise<Form> {
  await emptyBag(browser);
  await postToBag(browser, "/bag/add", goods);
  return await browser.openForm("/checkout", "Place order");
}

export function deliverTo(name: string): Record<string, string> {
  return { name, line1: "1 Test Street", postalCode: "SW1Y 4JH", city: "London", country: "GB" };
}

export function orderOf({ location }: Answer): string | null {
  return /\/account\/orders\/(\d+)\?notice=PLACED$/.exec(location ?? "")?.[1] ?? null;
}

/** Throws if nothing was ordered. */
export async function placeOrder(browser: Browser, slug: string, name: string): Promise<string> {
  const answer = await browser.submit(await openCheckout(browser, { [slug]: "1" }), deliverTo(name));
  const number = orderOf(answer);
  if (number !== null) return number;
  const sentence = findSentence(await follow(browser, answer)) ?? "without a sentence";
  throw new Error(`the shop took no order: status ${answer.status}, ${sentence}`);
}

export async function listOrders(browser: Browser): Promise<string[]> {
  const { body } = await browser.get("/account/orders");
  return [...new Set(body.match(/(?<=href="\/account\/orders\/)\d+/g))];
}

/** What a page of an order, or of the checkout, says at its end. */
export async function readTotal(browser: Browser, path: string): Promise<string> {
  const prices: HTMLElement[] = parse((await browser.get(path)).body).querySelectorAll("main .price");
  const total = prices.at(-1)?.textContent.trim();
  if (total === undefined) throw new Error(`${path} names no total`);
  return total;
}

export async function openCancelForm(browser: Browser, number: string): Promise<Form> {
  return await browser.openForm(`/account/orders/${number}`, "Cancel the order");
}

export async function isPlaced(browser: Browser, number: string): Promise<boolean> {
  return (await browser.get(`/account/orders/${number}`)).body.includes("Cancel the order");
}

/** By its owner, unless that happened, so that its pieces are back on the shelf. */
export async function cancelOrder(browser: Browser, number: string): Promise<void> {
  if (await isPlaced(browser, number)) await browser.submit(await openCancelForm(browser, number), {});
}
