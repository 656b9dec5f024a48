export type Refusal = "address" | "method" | "size";

/** No other method is used (ASVS 5.0 4.1.4). */
export const knownMethods = ["GET", "HEAD", "POST"];

/** Why Next would fail (500) on a request line that Node accepts, or null: TRACE, "*", bad percent-encoding, NUL. */
export function findRefusal(method: string | undefined, target: string | undefined): Refusal | null {
  if (method === undefined || !knownMethods.includes(method)) return "method";
  return target !== undefined && isReadable(target) ? null : "address";
}

function isReadable(target: string): boolean {
  // Next redirects "//host/path" to "/host/path".
  if (!URL.canParse(target.startsWith("/") ? `http://origin.invalid${target}` : target)) return false;
  const [path = ""] = target.split("?", 1);
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}
