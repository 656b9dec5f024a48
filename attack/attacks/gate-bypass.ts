import { type AttackContext, premiumSentences, showsAny } from "@/attack/client/attack-context";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge } from "@/attack/client/finding";
import type { Headers } from "@/attack/client/shop-client";

const subrequest = (name: string) => ({ "x-middleware-subrequest": Array(5).fill(name).join(":") });

/** Headers by which gates have been talked past (CVE-2025-29927 and its kin), each sent with each gated page. */
const hostileHeaders: Headers[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_full" },
  { rsc: "1", "next-router-state-tree": '["",{"children":["home",{"children":["__PAGE__",{}]}]},null,null]' },
  subrequest("middleware"),
  subrequest("src/middleware"),
  { "x-middleware-rewrite": "/home", "x-middleware-next": "1", "x-matched-path": "/home", "x-invoke-path": "/home" },
  { "x-original-url": "/home", "x-rewrite-url": "/home", "x-forwarded-path": "/home", "x-forwarded-uri": "/home" },
  { "x-nextjs-data": "1" },
  { "next-action": "x" },
  { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-forwarded-host": "localhost" },
];

/** Other ways to write the members' page; each asked for plainly, as RSC, and as a subrequest. */
const otherPaths = [
  ...["/home/", "/home.rsc", "/home.txt", "/home.html", "/home.json", "/home?_rsc=1", "/home/-", "/home/index"],
  ...["/%68ome", "/%2568ome", "//home", "/./home", "/x/../home", "/home%2f", "/home%00", "/HOME", "/home;a=b"],
  ...["/home/.", "/home/..;/home", "/home.segments/_full.segment.rsc", "/_next/data/build/home.json", "/home/[key]"],
  ...["/en/home", "/en/home/-", "/xx/account", "/%65n/%68ome", "/%5chome", "/x/..%2fhome", "/products/..%2fhome"],
  ...["/login/..%5chome", "/%61ccount", "/ACCOUNT", "/Admin/users", "/%252e%252e/home", "/account/..;/admin"],
  ...["/_next/image?url=%2Fhome&w=640&q=75", "/home/%5Bkey%5D", "/home/today", "/home/undefined", "/index/home"],
];
const gated = ["/home", "/account", "/admin"];

/** Asks for what only members may see, in every way that has got past a gate before, without a session. */
export async function attackGate(context: AttackContext): Promise<Finding[]> {
  const premium = await premiumSentences(context);
  const { account, browser } = await context.findMember();
  const asMember = [await browser.get("/home"), await browser.get("/account"), await browser.get("/api/me")];
  const secrets = [...premium, account.username, account.email];

  const answers: Answer[] = [];
  for (const path of gated) {
    for (const headers of hostileHeaders) answers.push(await context.shop.ask("GET", path, { headers }));
    for (const method of ["POST", "HEAD", "OPTIONS", "PUT"]) answers.push(await context.shop.ask(method, path));
    const headers = { ...subrequest("middleware"), "next-action": "x" };
    answers.push(await context.shop.ask("POST", path, { headers }));
  }
  for (const path of [...otherPaths, ...guessKeyPaths(asMember[0]?.body ?? "")]) {
    for (const headers of [{}, { rsc: "1" }, subrequest("middleware")] as Headers[]) {
      answers.push(await context.shop.ask("GET", path, { headers }));
    }
  }
  const leaks = answers.filter(({ body }) => showsAny(body, secrets)).map(({ method, path }) => `${method} ${path}`);
  const faults = answers.filter(({ status }) => status >= 500).map(({ method, path }) => `${method} ${path}: a fault`);
  const keys = answers.filter(({ headers }) => /\/home\/[0-9a-f]{20}/.test(headers["x-nextjs-rewritten-path"] ?? ""));
  return [
    judge(
      { asvs: "8.3.1", requirement: "R35, R36", tried: `${answers.length} ways of asking for ${gated.join(", ")}` },
      [
        ...[...new Set(leaks)].map((asked) => `${asked} showed what only members see`),
        ...keys.map(({ path }) => `${path} tells the hidden path`),
        ...faults,
      ],
      `none showed any of ${premium.length} sentences of the members' page, or the member`,
    ),
    judgeCaching(asMember),
  ];
}

/** The page is kept under a path that holds a key; a member can find the key in the page, and it must open nothing. */
function guessKeyPaths(membersPage: string): string[] {
  const keys = [...new Set(membersPage.match(/[0-9a-f]{32,64}/g) ?? [])].slice(0, 2);
  return keys.flatMap((key) => [`/home/${key}`, `/home/${key}.rsc`, `/home/${key}.segments/_full.segment.rsc`]);
}

function judgeCaching(answers: Answer[]): Finding {
  const problems = answers
    .filter(
      ({ headers }) =>
        !/private/.test(headers["cache-control"] ?? "") || !/no-store/.test(headers["cache-control"] ?? ""),
    )
    .map(({ path, headers }) => `${path} says Cache-Control: ${headers["cache-control"] ?? "nothing"}`);
  const unopened = answers.filter(({ status }) => status !== 200).map(({ path, status }) => `${path}: ${status}`);
  return judge(
    { asvs: "14.3.2", requirement: "R36", tried: "Cache-Control of what a member sees: /home, /account, /api/me" },
    [...problems, ...unopened],
    "private, no-store",
  );
}
