import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode, openCodeForm } from "@/attack/client/code-request";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge } from "@/attack/client/finding";
import { readNextSteps } from "@/attack/client/html-form";
import { fetchCsrfToken, givesSession, postCallback, readSetCookie } from "@/attack/client/shop-client";

/** Ways to write another place so that a check for a leading slash lets it by. */
const payloads = [
  "https://evil.example/",
  "http://evil.example",
  "//evil.example",
  "///evil.example",
  "////evil.example/%2f..",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  "/%09/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/./\\evil.example",
  "https:evil.example",
  "https:/evil.example",
  "javascript:alert(document.domain)",
  "data:text/html,<script>1</script>",
  "//evil.example@{host}",
  "https://{host}@evil.example",
  "https://{host}.evil.example",
  "//evil%E3%80%82example",
];
const item = { asvs: "3.7.2", requirement: "R39" };

/** Asks in some twenty ways to be led to another site: logged in, logging in, and by NextAuth's callbackUrl. */
export async function attackOpenRedirect(context: AttackContext): Promise<Finding[]> {
  return [await openForms(context), await finishWithNext(context), await finishWithCallback(context)];
}

async function openForms(context: AttackContext): Promise<Finding> {
  const { browser } = await context.findMember();
  const stranger = context.openBrowser();
  const problems: string[] = [];
  for (const payload of hostile(context)) {
    const next = encodeURIComponent(payload);
    for (const page of ["/login", "/register"]) {
      problems.push(...leavesTo(context, await browser.get(`${page}?next=${next}`), `${page} when logged in`, payload));
    }
    problems.push(...leavesTo(context, await stranger.get(`/login?next=${next}`), "/login", payload));
  }
  return judge(
    { ...item, tried: `${payloads.length} values of next at /login and /register, logged in and not` },
    problems,
    "every redirect and every link stays on the shop",
  );
}

async function finishWithNext(context: AttackContext): Promise<Finding> {
  const subject = { ...item, tried: "a foreign next sent with the login form, and another with the right code" };
  const request = await context.startLogin(await context.knownAddress(), { values: { next: "//evil.example/" } });
  const form = await openCodeForm(request);
  const next = form.fields.find(([name]) => name === "next")?.[1];
  const code = await context.readCode(request);
  const answer = await enterCode(request, code, { form, values: { next: "/\\evil.example" } });
  context.leaveSession(request.browser);
  const problems = leavesTo(context, answer, "the code page", "/\\evil.example");
  if (next !== undefined && leaves(context, next)) problems.push(`the code page carries next=${next}`);
  if (!givesSession(answer)) problems.push(`the login did not succeed (${answer.status})`);
  return judge(subject, problems, `led to ${answer.location}`);
}

async function finishWithCallback(context: AttackContext): Promise<Finding> {
  const problems: string[] = [];
  const stranger = context.openBrowser();
  for (const payload of hostile(context)) {
    const answer = await stranger.get(`/api/auth/csrf?callbackUrl=${encodeURIComponent(payload)}`);
    problems.push(...leavesTo(context, answer, "/api/auth/csrf", payload));
  }
  const csrfToken = await fetchCsrfToken(stranger);
  for (const callbackUrl of ["https://evil.example", "//evil.example"]) {
    const answer = await postCallback(stranger, { callbackUrl, code: "000000" }, { csrfToken });
    problems.push(...leavesTo(context, answer, "a refused callback", callbackUrl));
  }
  // An address of its own: after wrong codes NextAuth's door would ask for a bot check, and it has no page for one.
  const account = context.newAccount();
  const request = await context.startRegistration(account);
  const fields = { challengeId: request.challengeId, code: await context.readCode(request) };
  const answer = await postCallback(request.browser, { ...fields, callbackUrl: "//evil.example" });
  problems.push(...leavesTo(context, answer, "a login by callback", "//evil.example"));
  if (givesSession(answer)) context.addAccount(account);
  else problems.push(`the login by callback did not succeed (${answer.status})`);
  context.leaveSession(request.browser);
  return judge(
    { ...item, tried: `NextAuth's callbackUrl: ${payloads.length} values, a refused and a successful login` },
    problems,
    `led to ${answer.location}`,
  );
}

const hostile = ({ shop }: AttackContext) => payloads.map((payload) => payload.replace("{host}", shop.url.host));

/** Where an answer would take a browser that is not on the shop: by redirect, cookie, JSON, link or hidden field. */
function leavesTo(context: AttackContext, answer: Answer, page: string, payload: string): string[] {
  const ways = answer.location === null ? [] : [answer.location];
  for (const { name, value } of answer.setCookies.map(readSetCookie)) {
    if (name.endsWith("callback")) ways.push(decodeURIComponent(value));
  }
  if (answer.headers["content-type"]?.includes("json")) {
    const { url } = (JSON.parse(answer.body) ?? {}) as { url?: string };
    if (url !== undefined) ways.push(url);
  } else ways.push(...readNextSteps(answer.body));
  if (answer.status >= 500) return [`${page} answered ${answer.status} to ${JSON.stringify(payload)}`];
  return ways.some((way) => leaves(context, way)) ? [`${page} leads away with ${JSON.stringify(payload)}`] : [];
}

/** Reads an address as browsers do: a backslash is a slash, tabs and newlines are nothing (WHATWG URL 4.4). */
function leaves({ shop }: AttackContext, way: string): boolean {
  if (!URL.canParse(way, shop.url)) return false;
  return new URL(way, shop.url).origin !== shop.url.origin;
}
