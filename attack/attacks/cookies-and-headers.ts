import type { AttackContext } from "@/attack/client/attack-context";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge } from "@/attack/client/finding";
import { readSetCookie } from "@/attack/client/shop-client";
import { findGoods, postToBag } from "@/attack/client/shopping";

/** Looks at every cookie that the shop has set so far, and at the headers of pages with forms or a person's data. */
export async function inspectCookiesAndHeaders(context: AttackContext): Promise<Finding[]> {
  const stranger = context.openBrowser();
  const { browser } = await context.findMember();
  const request = await context.pendingLogin();
  for (const slug of await findGoods(stranger, 1)) await postToBag(stranger, "/bag/add", { [slug]: "1" });
  const pages = [
    await stranger.get("/login"),
    await stranger.get("/register"),
    await request.browser.get(request.page),
    await stranger.get("/logout/confirm"),
    await stranger.get("/bag"),
    await browser.get("/account/orders"),
    await browser.get("/account"),
    await browser.get("/home"),
  ];
  context.leavePending(request);
  return [judgeCookies(context), ...judgeHeaders(pages)];
}

function judgeCookies({ shop }: AttackContext): Finding {
  const lines = [...new Set(shop.answers.flatMap(({ setCookies }) => setCookies))];
  const cookies = lines.map(readSetCookie).filter(({ value }) => value !== "");
  const problems = cookies.flatMap(({ name, attributes }) => [
    ...("httponly" in attributes ? [] : [`${name} is not HttpOnly`]),
    ...(["lax", "strict"].includes(attributes.samesite?.toLowerCase() ?? "") ? [] : [`${name} is not SameSite=Lax`]),
    ...(attributes.path === "/" ? [] : [`${name} has Path=${attributes.path}`]),
    ...("domain" in attributes ? [`${name} is for a whole domain`] : []),
    ...(!shop.isHttps || "secure" in attributes ? [] : [`${name} is not Secure`]),
    ...(!shop.isHttps || name.startsWith("__Host-") ? [] : [`${name} has no __Host- prefix`]),
  ]);
  const names = [...new Set(cookies.map(({ name }) => name))].sort();
  const overHttp = shop.isHttps ? "" : "; Secure and __Host- are for https, which this shop is not";
  return judge(
    { asvs: "3.3.1 to 3.3.4", requirement: "R28", tried: `every cookie set so far: ${names.join(", ")}` },
    [...new Set(problems)],
    `HttpOnly, SameSite=Lax, Path=/, no Domain${overHttp}`,
  );
}

function judgeHeaders(pages: Answer[]): Finding[] {
  const subject = { requirement: "R40" };
  const policies = pages.map((page) => ({ path: shortened(page.path), all: readPolicies(page) }));
  const each = (isGood: (page: Answer) => boolean, what: string) =>
    pages.filter((page) => !isGood(page)).map(({ path, status }) => `${shortened(path)} ${what} (status ${status})`);
  const header = (name: string, shape: RegExp) =>
    each(({ headers }) => shape.test(headers[name] ?? ""), `has ${name} missing or weak`);
  return [
    judge(
      {
        ...subject,
        asvs: "3.4.3",
        tried: "Content-Security-Policy for scripts on pages with forms or a person's data",
      },
      policies
        .filter(({ all }) => !all.some(isStrict))
        .map(({ path, all }) => `${path}: ${all.map(({ scripts }) => scripts).join(", ")}`),
      "scripts by nonce or hash, none inline",
    ),
    judge(
      { ...subject, asvs: "3.4.6", tried: "frame-ancestors on the same pages" },
      policies
        .filter(({ all }) => !all.some(({ frames }) => frames === "'none'"))
        .map(({ path, all }) => `${path}: ${all.map(({ frames }) => frames).join(", ")}`),
      "'none'",
    ),
    judge(
      { ...subject, asvs: "3.4.1", tried: "Strict-Transport-Security on the same pages" },
      each(({ headers }) => maxAge(headers["strict-transport-security"]) >= 31_536_000, "lacks a year of HSTS"),
      "at least a year",
    ),
    judge(
      { ...subject, asvs: "3.4.4, 3.4.5", tried: "X-Content-Type-Options and Referrer-Policy on the same pages" },
      [
        ...header("x-content-type-options", /^nosniff$/),
        ...header("referrer-policy", /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/),
      ],
      "nosniff, and no path is told to other sites",
    ),
  ];
}

const shortened = (path: string) => path.replace(/^\/otp\/.*/, "/otp/…");
const maxAge = (value = "") => Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0);

type Policy = { scripts: string; frames: string };

/** All policies of an answer: browsers enforce each of them, so one that is strict is enough. */
function readPolicies({ headers }: Answer): Policy[] {
  return (headers["content-security-policy"] ?? "").split(",").map((policy) => {
    const directives = new Map(
      policy.split(";").map((directive) => {
        const [name = "", ...sources] = directive.trim().split(/\s+/);
        return [name, sources.join(" ")];
      }),
    );
    const scripts = directives.get("script-src") ?? directives.get("default-src") ?? "no policy";
    return { scripts, frames: directives.get("frame-ancestors") ?? "no frame-ancestors" };
  });
}

/** 'unsafe-inline' is ignored by browsers beside a nonce or a hash, so only without one does it count (CSP 3, 6.7.3.2). */
function isStrict({ scripts }: Policy): boolean {
  if (scripts === "no policy" || /'unsafe-eval'|(^|\s)\*(\s|$)|\bdata:|(^|\s)https?:(\s|$)/.test(scripts)) return false;
  return !scripts.includes("'unsafe-inline'") || /'(nonce-|sha(256|384|512)-)/.test(scripts);
}
