import type { Answer } from "./exact-request";
import { readSetCookie } from "./shop-client";

type Verdict = "pass" | "fail" | "not tried";

export type Finding = {
  /** Of the ASVS 5.0. */
  asvs: string;
  /** R1 to R46 (docs/security.md). */
  requirement: string;
  tried: string;
  seen: string;
  verdict: Verdict;
};

type Subject = Pick<Finding, "asvs" | "requirement" | "tried">;

/** Fails with `problems`, or passes with `seenIfGood`. */
export function judge(subject: Subject, problems: string[], seenIfGood: string): Finding {
  const isGood = problems.length === 0;
  const shown = problems.length > 4 ? [...problems.slice(0, 4), `and ${problems.length - 4} more`] : problems;
  return { ...subject, seen: isGood ? seenIfGood : shown.join("; "), verdict: isGood ? "pass" : "fail" };
}

export function notTried(subject: Subject, reason: string): Finding {
  return { ...subject, seen: reason, verdict: "not tried" };
}

/** About the moment, not the address. */
const passing = new Set(["date", "age", "set-cookie", "location", "connection", "keep-alive"]);

/** How two answers differ besides ids, addresses, long tokens and countdowns. Empty: indistinguishable. */
export function findDifferences(a: Answer, b: Answer, ownA: string[], ownB: string[]): string[] {
  const differences: string[] = [];
  if (a.status !== b.status) differences.push(`status ${a.status} and ${b.status}`);
  const [ways, otherWays] = [neutral(a.location ?? "", ownA), neutral(b.location ?? "", ownB)];
  if (ways !== otherWays) differences.push(`next page ${ways} and ${otherWays}`);
  for (const name of new Set([...Object.keys(a.headers), ...Object.keys(b.headers)])) {
    const [value, other] = [a.headers[name], b.headers[name]];
    if ((value === undefined) !== (other === undefined)) differences.push(`header ${name} on one side only`);
    else if (!passing.has(name) && neutral(value ?? "", ownA) !== neutral(other ?? "", ownB)) {
      differences.push(`header ${name}: ${value} and ${other}`);
    }
  }
  const [cookies, otherCookies] = [describeCookies(a), describeCookies(b)];
  if (cookies !== otherCookies) differences.push(`cookies ${cookies || "none"} and ${otherCookies || "none"}`);
  const [body, otherBody] = [neutral(a.body, ownA), neutral(b.body, ownB)];
  if (body !== otherBody) differences.push(`body ${firstDifference(body, otherBody)}`);
  return differences;
}

/** For pages: they differ if three loads all differ, as servers cut streams at random. */
export async function findLastingDifferences(
  loadA: () => Promise<Answer>,
  loadB: () => Promise<Answer>,
  ownA: string[],
  ownB: string[],
): Promise<string[]> {
  let differences: string[] = [];
  for (let load = 0; load < 3; load++) {
    differences = findDifferences(await loadA(), await loadB(), ownA, ownB);
    if (differences.length === 0) return [];
  }
  return differences;
}

function neutral(text: string, own: string[]): string {
  let result = text;
  for (const mine of own) result = result.replaceAll(mine, "OWN").replaceAll(encodeURIComponent(mine), "OWN");
  return (
    result
      // Next streams a page's data in pieces.
      .replaceAll(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, "")
      .replaceAll(/nonce="[^"]*"/g, 'nonce="N"')
      // A bot check is asked for by source, and counts attempts.
      .replaceAll(/((?:resendInSeconds|attempt)(?:&quot;|\W){1,4})\d+/gi, "$1N")
      .replaceAll(/\d{9,}/g, (digits) => `#${digits.length}`)
      .replaceAll(/[A-Za-z0-9_+/=-]{20,}/g, (token) => `#${token.length}`)
  );
}

function describeCookies(answer: Answer): string {
  return answer.setCookies
    .map((line) => {
      const { name, value, attributes } = readSetCookie(line);
      const { expires: _, ...lasting } = attributes;
      const described = Object.entries(lasting).map(([key, text]) => (text === "" ? key : `${key}=${text}`));
      return `${name} (${value.length} characters, ${described.sort().join(", ")})`;
    })
    .sort()
    .join("; ");
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  return `of ${a.length} and ${b.length} characters, first at ${at}: ${around(a)} and ${around(b)}`;
}
