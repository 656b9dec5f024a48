import type { Answer } from "./exact-request";
import { type Browser, readSetCookie } from "./shop-client";

const sessionCookie = /^(?:__Host-)?myshop-session$/;

/** The session cookie of a browser, or null. */
export function findSession(browser: Browser): { name: string; value: string } | null {
  for (const [name, value] of browser.cookies) if (sessionCookie.test(name) && value !== "") return { name, value };
  return null;
}

/** Whether an answer hands out a session. */
export function givesSession(answer: Answer): boolean {
  return answer.setCookies.map(readSetCookie).some(({ name, value }) => sessionCookie.test(name) && value !== "");
}

/** The name of the session cookie on this shop. */
export function sessionCookieName(isHttps: boolean): string {
  return `${isHttps ? "__Host-" : ""}myshop-session`;
}

/** Who the shop says is logged in, asked where the session's row is read. */
export async function whoIs(browser: Browser): Promise<{ username: string; role: string } | null> {
  const answer = await browser.get("/api/me");
  try {
    return (JSON.parse(answer.body) as { user: { username: string; role: string } | null }).user;
  } catch {
    throw new Error(`/api/me gave no JSON (status ${answer.status})`);
  }
}
