import type { Answer } from "./exact-request";
import { type Browser, type Headers, readSetCookie } from "./shop-client";

const sessionCookie = /^(?:__Host-)?shop-session$/;

export function findSession(browser: Browser): { name: string; value: string } | null {
  for (const [name, value] of browser.cookies) if (sessionCookie.test(name) && value !== "") return { name, value };
  return null;
}

export function givesSession(answer: Answer): boolean {
  return answer.setCookies.map(readSetCookie).some(({ name, value }) => sessionCookie.test(name) && value !== "");
}

export function sessionCookieName(isHttps: boolean): string {
  return `${isHttps ? "__Host-" : ""}shop-session`;
}

/** Asked where the session's row is read. */
export async function whoIs(browser: Browser): Promise<{ username: string; role: string } | null> {
  const answer = await browser.get("/api/me");
  try {
    return (JSON.parse(answer.body) as { user: { username: string; role: string } | null }).user;
  } catch {
    throw new Error(`/api/me gave no JSON (status ${answer.status})`);
  }
}

const path = "/api/auth/callback/credentials";

export async function fetchCsrfToken(browser: Browser): Promise<string> {
  const answer = await browser.get("/api/auth/csrf");
  return (JSON.parse(answer.body) as { csrfToken: string }).csrfToken;
}

/** NextAuth's public endpoint. */
export async function postCallback(
  browser: Browser,
  fields: Record<string, string>,
  options: { headers?: Headers; asJson?: boolean; csrfToken?: string | null } = {},
): Promise<Answer> {
  const csrfToken = options.csrfToken === undefined ? await fetchCsrfToken(browser) : options.csrfToken;
  const sent = csrfToken === null ? fields : { csrfToken, ...fields };
  return await browser.post(path, options.asJson ? { json: sent } : new URLSearchParams(sent), options.headers);
}
