/** The pages that are made once for all, and for each language, by the address that a visitor asks for. */
const prerendered = /^\/(?:home|logout\/confirm)?$/;

/** What answers without any script of its own: the sentences of app/plain-page.ts, and what only leads on. */
const scriptless = /^\/(?:logout|unavailable|too-many-requests|refused\/[^/]*)$/;

/**
 * How the scripts of the page at this path are told from foreign ones: a page made once for all gets hashes, one made
 * for each request a nonce, and so does the one that says that there is none. e2e/content-security.spec.ts compares
 * this with the build.
 */
export function scriptsOf(pathname: string): "hashes" | "nonce" | "none" {
  if (scriptless.test(pathname)) return "none";
  return prerendered.test(pathname) ? "hashes" : "nonce";
}
