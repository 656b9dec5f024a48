export const defaultDestination = "/home";

/** A path on our origin, or null: browsers read `//host`, `/\host` and tabs as other origins (WHATWG URL 4.4). */
export function safePath(input: unknown): string | null {
  if (typeof input !== "string" || input.length > 512 || !input.startsWith("/")) return null;
  if (/[\p{Cc}\\]/u.test(input)) return null;
  const base = "http://origin.invalid";
  let url: URL;
  try {
    url = new URL(input, base);
  } catch {
    return null;
  }
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  // Login pages and the API are no return path.
  if (/^\/(login|register|otp|logout|api)(\/|$)/.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Adds parameters to a path; null ones are left out. */
export function pathWith(path: string, parameters: Record<string, string | null>): string {
  const url = new URL(path, "http://origin.invalid");
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}

export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "private, no-store" } });
}
