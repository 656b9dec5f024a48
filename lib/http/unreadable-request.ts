/** Why a request is refused before the shop looks at it. */
export type Refusal = "address" | "method" | "size";

/** What the shop answers. No page, form or API of ours knows another method (ASVS 5.0 item 4.1.4). */
export const knownMethods = ["GET", "HEAD", "POST"];

/**
 * Whether Next can read a request line at all, and why not. Node accepts more than Next can take: a method that the
 * Fetch standard forbids (TRACE), a target that is no path ("*"), percent-encoding that is no UTF-8 or hides a NUL. Each
 * of them makes Next fail with 500 and two English words before any page of ours runs, so they are sorted out here.
 * Takes the request line as it came; gives null for one that can be read.
 */
export function findRefusal(method: string | undefined, target: string | undefined): Refusal | null {
  if (method === undefined || !knownMethods.includes(method)) return "method";
  return target !== undefined && isReadable(target) ? null : "address";
}

function isReadable(target: string): boolean {
  // "//host/path" is the path that Next redirects to "/host/path"; the base makes it one for the parser too.
  if (!URL.canParse(target.startsWith("/") ? `http://origin.invalid${target}` : target)) return false;
  const [path = ""] = target.split("?", 1);
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
