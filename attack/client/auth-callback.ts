import type { Answer } from "./exact-request";
import type { Browser, Headers } from "./shop-client";

const path = "/api/auth/callback/credentials";

/** NextAuth's token against forged requests, which also sets its cookie in this browser. */
export async function fetchCsrfToken(browser: Browser): Promise<string> {
  const answer = await browser.get("/api/auth/csrf");
  return (JSON.parse(answer.body) as { csrfToken: string }).csrfToken;
}

/** Posts to NextAuth's credentials callback, the public door beside the code page. */
export async function postCallback(
  browser: Browser,
  fields: Record<string, string>,
  options: { headers?: Headers; asJson?: boolean; csrfToken?: string | null } = {},
): Promise<Answer> {
  const csrfToken = options.csrfToken === undefined ? await fetchCsrfToken(browser) : options.csrfToken;
  const sent = csrfToken === null ? fields : { csrfToken, ...fields };
  return await browser.post(path, options.asJson ? { json: sent } : new URLSearchParams(sent), options.headers);
}
