import type { AttackContext } from "@/attack/client/attack-context";
import { StartRefused } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import type { Headers } from "@/attack/client/shop-client";

const evil = "evil.example";
const poisons: Headers[] = [
  { host: evil },
  { "x-forwarded-host": evil },
  { host: evil, "x-forwarded-host": evil },
  { "x-forwarded-host": evil, "x-forwarded-proto": "https" },
  { forwarded: `host=${evil};proto=https` },
  { "x-host": evil, "x-original-host": evil, "x-forwarded-server": evil },
];
const paths = ["/home", "/account", "/admin", "/logout", "/login", "/storefront/x", "/api/auth/csrf", "/home/"];

/** Names another host in Host and X-Forwarded-Host, and looks for it in redirects, cookies and mails. */
export async function attackHostHeader(context: AttackContext): Promise<Finding[]> {
  const problems: string[] = [];
  for (const headers of poisons) {
    for (const path of paths) {
      problems.push(...namesEvil(await context.shop.ask("GET", path, { headers }), JSON.stringify(headers)));
    }
  }
  return [
    judge(
      { asvs: "4.1.3", requirement: "R39", tried: `${poisons.length} poisoned host headers at ${paths.length} paths` },
      problems,
      "no redirect, cookie or page names the other host",
    ),
    await poisonMail(context),
  ];
}

async function poisonMail(context: AttackContext): Promise<Finding> {
  const subject = { asvs: "4.1.3", requirement: "R39", tried: "a login asked for with a poisoned host: its mail" };
  // The mail to an address without an account has a link in it.
  const address = context.newAddress();
  const headers = { "x-forwarded-host": evil, "x-forwarded-proto": "https", forwarded: `host=${evil}` };
  let problems: string[];
  try {
    // Next compares Origin with these headers itself, so a client that is no browser leaves Origin out.
    const browserless = { origin: undefined, "sec-fetch-site": undefined, "sec-fetch-mode": undefined };
    const request = await context.startLogin(address, { headers: { ...headers, ...browserless } });
    problems = namesEvil(request.started, "the answer");
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    return notTried(subject, `no mail was sent: ${error.message}`);
  }
  const mail = await context.inbox.readMail(address);
  if (mail === null && problems.length === 0) return notTried(subject, "this inbox did not show the mail");
  if (mail === null) return judge(subject, problems, "");
  if (mail.text.includes(evil)) problems.push("the mail names the other host");
  const foreign = mail.links.filter((link) => new URL(link).origin !== context.shop.url.origin);
  problems.push(...foreign.map((link) => `the mail links to ${new URL(link).origin}`));
  return judge(subject, problems, `${mail.links.length} links, all to the shop's own address`);
}

function namesEvil(answer: Answer, by: string): string[] {
  const places = [answer.location ?? "", ...answer.setCookies, answer.status < 400 ? answer.body : ""];
  return places.some((text) => text.includes(evil)) ? [`${answer.path} names the other host (${by})`] : [];
}
