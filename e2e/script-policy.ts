import { createHash } from "node:crypto";
import type { APIResponse, Response } from "@playwright/test";

export type InlineScript = { text: string; nonce: string | undefined };

/** Every policy of an answer, as directives; a browser obeys all of them. */
export async function readPolicies(answer: Response | APIResponse): Promise<Map<string, string[]>[]> {
  const headers = await answer.headersArray();
  return headers
    .filter(({ name }) => name.toLowerCase() === "content-security-policy")
    .flatMap(({ value }) => value.split(","))
    .map((policy) => new Map(policy.split(";").map(readDirective)));
}

function readDirective(directive: string): [string, string[]] {
  const [name = "", ...sources] = directive.trim().split(/\s+/);
  return [name, sources];
}

/** Without data blocks, which no browser runs (HTML, 4.12.1). */
export function inlineScripts(html: string): InlineScript[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes = ""]) => !/\ssrc=|\stype="application\/ld\+json"/.test(attributes))
    .map(([, attributes = "", text = ""]) => ({ text, nonce: /\snonce="([^"]+)"/.exec(attributes)?.[1] }));
}

/** Whether these sources of a script-src let this script run (CSP Level 3, section 6.7.3.3). */
export function isAllowed(script: InlineScript, sources: string[]): boolean {
  const hash = createHash("sha256").update(script.text).digest("base64");
  return sources.includes(`'sha256-${hash}'`) || (!!script.nonce && sources.includes(`'nonce-${script.nonce}'`));
}
