import { randomBytes } from "node:crypto";
import type { AttackContext } from "@/attack/client/attack-context";
import { type Finding, judge } from "@/attack/client/finding";
import { findSession } from "@/attack/client/shop-client";

const pages = ["/account", "/home", "/api/me"];

/** Shows the shop session cookies that it never made, or made for something else. */
export async function attackForgedTokens(context: AttackContext): Promise<Finding[]> {
  const { account, browser } = await context.findMember();
  const session = findSession(browser);
  if (session === null) throw new Error("the member has no session cookie to make forgeries of");
  const { name, value: good } = session;
  const show = async (path: string, token: string) => {
    const answer = await context.shop.ask("GET", path, { headers: { cookie: `${name}=${token}` } });
    return {
      answer,
      isIn: answer.body.includes(account.username) || (path !== "/api/me" && answer.status === 200),
    };
  };
  // What lets nobody in would keep the forgeries out as well.
  for (const path of pages) {
    const { answer, isIn } = await show(path, good);
    if (!isIn) throw new Error(`${path} did not let the good cookie in (${answer.status}), so forgeries show nothing`);
  }
  const problems: string[] = [];
  const tokens = forge(good, browser.cookies);
  for (const [what, token] of Object.entries(tokens)) {
    for (const path of pages) {
      const shown = await show(path, token).catch((error) => {
        // A header that large may be cut off together with its connection, and that lets nobody in either.
        if (token.length > 8_000 && ["ECONNRESET", "EPIPE"].includes(error.code)) return null;
        throw error;
      });
      if (shown === null) continue;
      if (shown.answer.status >= 500) problems.push(`${path} answered ${shown.answer.status} to ${what}`);
      if (shown.isIn) problems.push(`${path} let ${what} in`);
    }
  }
  return [
    judge(
      { asvs: "9.1.2", requirement: "R37", tried: `${Object.keys(tokens).length} forged session cookies` },
      problems,
      `anonymous every time at ${pages.join(", ")}, never a fault`,
    ),
  ];
}

function forge(good: string, cookies: ReadonlyMap<string, string>): Record<string, string> {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { sub: "1", sid: "1", role: "ADMIN", checkedAt: Date.now(), iat: 1, exp: 4_102_444_800 };
  const [header = "", key = "", iv = "", text = "", tag = ""] = good.split(".");
  const random = () => randomBytes(32).toString("base64url");
  const changed = (part: string) => part.replace(/^./, (first) => (first === "A" ? "B" : "A"));
  const others = [...cookies].filter(([name]) => !name.endsWith("session"));
  return {
    "a JWT with alg none": `${encode({ alg: "none", typ: "JWT" })}.${encode(claims)}.`,
    "a JWT signed by somebody": `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}.${random()}`,
    "an encrypted token of another key": `${encode({ alg: "dir", enc: "A256CBC-HS512" })}..${random()}.${random()}.${random()}`,
    "an encrypted token with alg none": `${encode({ alg: "none", enc: "none" })}..${iv}.${text}.${tag}`,
    "a compression bomb's header": `${encode({ alg: "dir", enc: "A256CBC-HS512", zip: "DEF" })}..${iv}.${text}.${tag}`,
    "a good token cut short": good.slice(0, -12),
    "a good token without its tag": `${header}.${key}.${iv}.${text}.`,
    "a good token with another text": `${header}.${key}.${iv}.${changed(text)}.${tag}`,
    "a good token with another tag": `${header}.${key}.${iv}.${text}.${changed(tag)}`,
    "a good token said twice": `${good}.${good}`,
    "plain JSON": encodeURIComponent(JSON.stringify(claims)),
    "broken escapes": "%E0%A4%A%00",
    "nothing but dots": "....",
    ...Object.fromEntries(others.map(([name, value]) => [`the value of ${name} (another salt)`, value])),
    "8 kB": "A".repeat(8_000),
    "200 kB": "A".repeat(200_000),
  };
}
