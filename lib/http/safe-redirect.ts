/** Where members land when nothing else was asked for. */
export const defaultDestination = "/home";

/**
 * A path on our own origin taken from something a visitor sent, or null if it could lead anywhere else.
 * Browsers read `//host`, `/\host` and tabs or newlines inside a URL as a way to another origin (OWASP Unvalidated
 * Redirects Cheat Sheet; WHATWG URL 4.4), so the text is parsed as a browser would, against an origin nobody owns.
 */
export function safePath(input: unknown): string | null {
  if (typeof input !== "string" || input.length > 512 || !input.startsWith("/")) return null;
  // Control characters and backslashes are dropped or turned into slashes by URL parsers.
  if (/[\p{Cc}\\]/u.test(input)) return null;
  const base = "http://origin.invalid";
  let url: URL;
  try {
    url = new URL(input, base);
  } catch {
    return null;
  }
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  // The login pages and the API are no place to come back to.
  if (/^\/(login|register|otp|logout|api)(\/|$)/.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** A path of the shop with these parameters in its query, those that are null left out; its own query and hash stay. */
export function pathWith(path: string, parameters: Record<string, string | null>): string {
  const url = new URL(path, "http://origin.invalid");
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Leads to a path by GET after a POST. The address is relative, so nothing is built from the Host header. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "private, no-store" } });
}
