import { type CodeRequest, follow } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { findForm, readTexts } from "@/attack/client/html-form";
import { type Browser, readSetCookie } from "@/attack/client/shop-client";
import { newShopper, askForCode as startLogin } from "@/bench/harness/bench-shopper";
import { ageChallenges } from "./database";
import { expect } from "./fixtures";
import { shop } from "./running-shop";

/** A visitor without scripts, from an address of its own. */
export const newVisitor = () => newShopper(shop.url);

/** By the form of the login. */
export async function askForCodeWithoutBrowser(email: string, visitor = newVisitor()): Promise<CodeRequest> {
  const { request } = await startLogin(visitor, email);
  // Codes are compared after two seconds.
  await ageChallenges(email, 2);
  return request;
}

/** Sends the form with this button on a page, and gives the page that answers. */
export async function sendForm(
  visitor: Browser,
  page: Answer,
  button: string,
  values: Record<string, string> = {},
): Promise<Answer> {
  const form = findForm(page.body, page.path, button);
  if (form === null) throw new Error(`${page.path} has no form with the button "${button}" (status ${page.status}).`);
  return await follow(visitor, await visitor.submit(form, values));
}

export function expectText(page: Answer, text: string): void {
  expect(readTexts(page.body).join(" ")).toContain(text);
}

/** What any two visitors get alike: without nonces, the cuts of the stream, and these values of their own. */
export function comparable(html: string, own: Record<string, string>): string {
  const named = Object.entries(own).reduce((text, [name, value]) => text.replaceAll(value, name), html);
  return named
    .replace(/[A-Za-z0-9+/]{22}==/g, "NONCE")
    .replace(/"\]\)<\/script><script nonce="NONCE">self\.__next_f\.push\(\[1,"/g, "");
}

/** What an answer shows besides its page. */
export function outside({ status, headers, setCookies }: Answer) {
  const cookies = setCookies.map((line) => {
    const { name, value, attributes } = readSetCookie(line);
    return { name, length: value.length, attributes: { ...attributes, expires: undefined } };
  });
  return { status, headers: Object.keys(headers).sort(), cookies };
}
