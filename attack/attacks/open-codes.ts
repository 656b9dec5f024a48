import type { AttackContext } from "@/attack/client/attack-context";
import { type Finding, judge, notTried } from "@/attack/client/finding";

/** Looks for every code that was mailed, in every URL and every answer of the whole run. */
export async function lookForCodes(context: AttackContext): Promise<Finding[]> {
  const subject = {
    asvs: "14.2.1, 16.2.5",
    requirement: "R9",
    tried: "every mailed code, in every path, redirect, header, cookie and page of the run",
  };
  if (context.codes.size === 0) return [notTried(subject, "no code was read")];
  // Not inside a longer word: among so many random ids, six digits in a row are bound to turn up.
  const shapes = [...context.codes].map((code) => new RegExp(`(?<![A-Za-z0-9])${code}(?![A-Za-z0-9])`));
  const problems = context.shop.answers.flatMap(({ method, path, location, headers, setCookies, body }) => {
    const places = {
      path,
      location: location ?? "",
      headers: JSON.stringify(headers),
      cookie: setCookies.join(),
      body,
    };
    return Object.entries(places)
      .filter(([, text]) => shapes.some((shape) => shape.test(text)))
      .map(([place]) => `a code in the ${place} of ${method} ${path.replace(/^\/otp\/.*/, "/otp/…")}`);
  });
  const { answers } = context.shop;
  return [judge(subject, [...new Set(problems)], `none of ${context.codes.size} codes in ${answers.length} answers`)];
}
