import type { Answer } from "./exact-request";
import { type Form, findForm } from "./html-form";
import type { Shop } from "./shop";

/** A header that is undefined is not sent at all. */
export type Headers = Record<string, string | undefined>;
type Body = FormData | URLSearchParams | { json: unknown };

/** A page has no such form: it says what the page was instead. */
class FormMissing extends Error {
  override name = "FormMissing";
}

/**
 * A browser without JavaScript: it has cookies, reads forms with their hidden fields, sends them as multipart/form-data,
 * and does not follow redirects by itself. Its POSTs carry the Origin and Fetch Metadata that browsers send.
 */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly shop: Shop) {}

  async get(path: string, headers: Headers = {}): Promise<Answer> {
    return await this.send("GET", path, { "sec-fetch-site": "none", "sec-fetch-mode": "navigate", ...headers });
  }

  async post(path: string, body: Body, headers: Headers = {}): Promise<Answer> {
    const { type, bytes } = await serialise(body);
    const own = { origin: this.shop.url.origin, "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate" };
    return await this.send("POST", path, { ...own, "content-type": type, ...headers }, bytes);
  }

  /** Gets a page and the form on it whose button begins with these words. Throws FormMissing. */
  async openForm(path: string, button: string): Promise<Form> {
    const answer = await this.get(path);
    const form = findForm(answer.body, path, button);
    if (form) return form;
    const led = answer.location === null ? "" : `, to ${answer.location}`;
    throw new FormMissing(`${path} has no form with the button "${button}" (status ${answer.status}${led})`);
  }

  /** Sends a form with these values in place of its own; values of a name that it lacks are added. */
  async submit(form: Form, values: Record<string, string>, headers: Headers = {}): Promise<Answer> {
    const data = new FormData();
    for (const [name, value] of form.fields) if (!(name in values)) data.append(name, value);
    for (const [name, value] of Object.entries(values)) data.append(name, value);
    return await this.post(form.action, data, headers);
  }

  private async send(method: string, path: string, headers: Headers, body?: Buffer): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
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

/** A Set-Cookie line in its parts (RFC 6265 5.2); names of attributes in lower case. */
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
