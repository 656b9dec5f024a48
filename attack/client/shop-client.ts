import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, askExactly, type Connection } from "./exact-request";
import { type Form, findForm } from "./html-form";

/** Undefined: not sent. */
export type Headers = Record<string, string | undefined>;
type Body = FormData | URLSearchParams | { json: unknown };

/** How browsers name a POST of another site's page: new ones, old ones, sandboxed frames, a sibling host. */
export const foreignPages: Headers[] = [
  { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  { origin: "null", "sec-fetch-site": "cross-site" },
  { origin: "https://sibling.shop.example", "sec-fetch-site": "same-site" },
  { origin: "https://evil.example", "sec-fetch-site": undefined, "sec-fetch-mode": undefined },
];

class FormMissing extends Error {
  override name = "FormMissing";
}

/** A browser without JavaScript: cookies, forms as multipart/form-data, no redirects, Origin and Fetch Metadata. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly shop: Shop) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async get(path: string, headers: Headers = {}): Promise<Answer> {
    return await this.send("GET", path, { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", ...headers });
  }

  async post(path: string, body: Body, headers: Headers = {}): Promise<Answer> {
    const { type, bytes } = await serialise(body);
    const own = { origin: this.shop.url.origin, "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate" };
    return await this.send("POST", path, { ...own, "content-type": type, ...headers }, bytes);
  }

  /** Throws FormMissing. */
  async openForm(path: string, button: string): Promise<Form> {
    const answer = await this.get(path);
    const form = findForm(answer.body, path, button);
    if (form) return form;
    const led = answer.location === null ? "" : `, to ${answer.location}`;
    throw new FormMissing(`${path} has no form with the button "${button}" (status ${answer.status}${led})`);
  }

  /** Unknown names are added. */
  async submit(form: Form, values: Record<string, string>, headers: Headers = {}): Promise<Answer> {
    const data = new FormData();
    for (const [name, value] of form.fields) if (!(name in values)) data.append(name, value);
    for (const [name, value] of Object.entries(values)) data.append(name, value);
    return await this.post(form.action, data, headers);
  }

  private async send(method: string, path: string, headers: Headers, body?: Buffer): Promise<Answer> {
    const cookie = this.cookieHeader;
    const sent = { ...(cookie ? { cookie } : {}), ...headers };
    const answer = await this.shop.ask(method, path, { headers: sent, body });
    for (const line of answer.setCookies) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const { name, value, attributes } = readSetCookie(line);
    const isGone = attributes["max-age"] === "0" || Date.parse(attributes.expires ?? "") < Date.now();
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** RFC 6265 5.2; attributes in lower case. */
export function readSetCookie(line: string): { name: string; value: string; attributes: Record<string, string> } {
  const [pair = "", ...rest] = line.split(";");
  const attributes = rest.map((part) => {
    const [name = "", ...value] = part.split("=");
    return [name.trim().toLowerCase(), value.join("=").trim()];
  });
  const at = pair.indexOf("=");
  return { name: pair.slice(0, at).trim(), value: pair.slice(at + 1), attributes: Object.fromEntries(attributes) };
}

async function serialise(body: Body): Promise<{ type: string; bytes: Buffer }> {
  const isForm = body instanceof FormData || body instanceof URLSearchParams;
  const encoded = isForm ? new Response(body) : Response.json(body.json);
  return { type: encoded.headers.get("content-type") ?? "", bytes: Buffer.from(await encoded.arrayBuffer()) };
}

type ShopOptions = {
  url: URL;
  /** The pack stops after so many requests. */
  requestBudget: number;
  /** In milliseconds. */
  pauseMs: number;
  connection?: Connection;
};

type GivenRequest = { headers?: Record<string, string | undefined>; body?: Buffer };

/** Explains the requests in the shop's log. */
export const userAgent = "myshop-attack-pack (a security test by the operator of this shop)";

/** The budget is spent; the rest is reported as not tried. */
export class BudgetSpent extends Error {
  override name = "BudgetSpent";
}

/** Sends requests one by one, counts and keeps them. */
export class Shop {
  readonly url: URL;
  readonly answers: Answer[] = [];
  /** Where the shop believes it, as without a proxy. */
  source: string | null = null;
  private asked = 0;

  constructor(private readonly options: ShopOptions) {
    this.url = options.url;
  }

  get requestsMade(): number {
    return this.asked;
  }

  get isHttps(): boolean {
    return this.url.protocol === "https:";
  }

  /** Throws BudgetSpent instead of one request too many. */
  async ask(method: string, path: string, given: GivenRequest = {}): Promise<Answer> {
    if (this.asked >= this.options.requestBudget) {
      throw new BudgetSpent(`the budget of ${this.options.requestBudget} requests is used up`);
    }
    this.asked += 1;
    if (this.options.pauseMs > 0) await sleep(this.options.pauseMs);
    const all = { "user-agent": userAgent, accept: "text/html,*/*", ...this.sourceHeader(), ...given.headers };
    const headers = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const answer = await askExactly(this.url, {
      method,
      path,
      headers,
      body: given.body,
      connection: this.options.connection,
    });
    this.answers.push(answer);
    return answer;
  }

  /** Null if it leads elsewhere. */
  pathOf(location: string | null): string | null {
    if (location === null || !URL.canParse(location, this.url)) return null;
    const url = new URL(location, this.url);
    return url.origin === this.url.origin ? `${url.pathname}${url.search}` : null;
  }

  private sourceHeader(): Record<string, string> {
    return this.source === null ? {} : { "x-forwarded-for": this.source };
  }
}

const sessionCookie = /^(?:__Host-)?shop-session$/;

export function findSession(browser: Browser): { name: string; value: string } | null {
  for (const [name, value] of browser.cookies) if (sessionCookie.test(name) && value !== "") return { name, value };
  return null;
}

export function givesSession(answer: Answer): boolean {
  return answer.setCookies.map(readSetCookie).some(({ name, value }) => sessionCookie.test(name) && value !== "");
}

export function sessionCookieName(isHttps: boolean): string {
  return `${isHttps ? "__Host-" : ""}shop-session`;
}

/** Asked where the session's row is read. */
export async function whoIs(browser: Browser): Promise<{ username: string; role: string } | null> {
  const answer = await browser.get("/api/me");
  try {
    return (JSON.parse(answer.body) as { user: { username: string; role: string } | null }).user;
  } catch {
    throw new Error(`/api/me gave no JSON (status ${answer.status})`);
  }
}

const path = "/api/auth/callback/credentials";

export async function fetchCsrfToken(browser: Browser): Promise<string> {
  const answer = await browser.get("/api/auth/csrf");
  return (JSON.parse(answer.body) as { csrfToken: string }).csrfToken;
}

/** NextAuth's public endpoint. */
export async function postCallback(
  browser: Browser,
  fields: Record<string, string>,
  options: { headers?: Headers; asJson?: boolean; csrfToken?: string | null } = {},
): Promise<Answer> {
  const csrfToken = options.csrfToken === undefined ? await fetchCsrfToken(browser) : options.csrfToken;
  const sent = csrfToken === null ? fields : { csrfToken, ...fields };
  return await browser.post(path, options.asJson ? { json: sent } : new URLSearchParams(sent), options.headers);
}
