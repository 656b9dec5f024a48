import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode } from "@/attack/client/code-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import { givesSession } from "@/attack/client/shop-client";

/** The links that every code mail has. */
const expected = [
  { what: "the link that fills the code in", path: /^\/otp\/[\w-]{22}$/ },
  { what: "the link by which a reader says that it was not them", path: /^\/not-me\/[\w-]+$/ },
];

/** Does what mail scanners do: fetches every link of a code mail, several times, before its reader comes. */
export async function attackMailedLinks(context: AttackContext): Promise<Finding[]> {
  const subject = {
    asvs: "3.5.3",
    requirement: "R38",
    tried: "every link of a code mail by GET three times and by HEAD",
  };
  const request = await context.pendingLogin();
  const code = await context.readCode(request);
  const mail = await context.inbox.readMail(request.address);
  if (mail === null) {
    context.leavePending(request);
    return [notTried(subject, "this inbox did not show the mail's links")];
  }
  const problems: string[] = [];
  let fetched = 0;
  for (const link of mail.links) {
    const url = new URL(link);
    if (url.origin !== context.shop.url.origin) problems.push(`a link leads to ${url.origin}`);
    else {
      for (const method of ["GET", "GET", "GET", "HEAD"]) {
        const answer = await context.shop.ask(method, `${url.pathname}${url.search}`);
        fetched += 1;
        if (answer.setCookies.some((line) => !/^(?:__Host-)?shop-link=/.test(line)))
          problems.push(`${method} ${url.pathname} set a cookie`);
        if (answer.status >= 500) problems.push(`${method} ${url.pathname} answered ${answer.status}`);
      }
    }
    if (`${url.pathname}${url.search}`.includes(code)) problems.push("a link has the code in its path or query");
  }
  const right = await enterCode(request, code);
  if (!givesSession(right)) problems.push(`the login did not succeed afterwards (${right.status})`);
  context.leaveSession(request.browser);
  const missing = expected.filter(({ path }) => !mail.links.some((link) => path.test(new URL(link).pathname)));
  const lacks = missing.map(({ what }) => `${what} is not among the links`);
  if (!mail.isWhole && problems.length === 0 && lacks.length > 0) return [notTried(subject, lacks.join("; "))];
  const seenIfGood = `${mail.links.length} links, ${fetched} requests, nothing changed: the login succeeded`;
  return [judge(subject, [...problems, ...lacks], seenIfGood)];
}
