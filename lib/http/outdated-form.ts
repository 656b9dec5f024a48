import { type IncomingHttpHeaders, type IncomingMessage, request as openRequest, type ServerResponse } from "node:http";
import { translator } from "@/lib/i18n/translator";
import { readVisitor } from "./visitor";

/** Next sets it where this build lacks the form's action, with a bare 409. */
const notFoundHeader = "x-nextjs-action-not-found";
const ofTransport = /^(?:connection|content-encoding|content-length|date|etag|keep-alive|transfer-encoding)$/;

/** Answers a form of an older build with the current page, refilled; redirects if this visitor has no such form. */
export function refillOutdatedForm(request: IncomingMessage, response: ServerResponse): void {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data") || request.headers["next-action"] !== undefined) return;
  const chunks: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null) => {
    if (chunk !== null) chunks.push(chunk);
    return push(chunk);
  };

  const { url: target = "/", headers } = request;
  const own = { setHeader: response.setHeader.bind(response), end: response.end.bind(response) };
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== notFoundHeader) return own.setHeader(name, value);
    response.write = () => true;
    response.end = () => {
      response.end = own.end;
      void findPage(request, target)
        .then(async (page) => page && { ...page, html: await refill(page.html, Buffer.concat(chunks), type, headers) })
        .catch(() => null)
        .then((page) => {
          for (const name of response.getHeaderNames()) if (name.startsWith("content-")) response.removeHeader(name);
          for (const [name, value] of Object.entries(page?.headers ?? { location: ownPath(target) })) {
            if (value !== undefined && !ofTransport.test(name)) own.setHeader(name, value);
          }
          // Next must not compress the changed page.
          own.setHeader("cache-control", "private, no-store, no-transform");
          response.writeHead(page ? 409 : 303);
          own.end(page?.html);
        });
      return response;
    };
    return response;
  };
}

function ownPath(target: string): string {
  return /^\/(?![/\\])/.test(target) ? target : "/";
}

function findPage(
  asked: IncomingMessage,
  path: string,
): Promise<{ headers: IncomingHttpHeaders; html: string } | null> {
  const { localAddress: host, localPort: port } = asked.socket;
  const passedOn = [
    "accept-language",
    "cookie",
    "host",
    "sec-fetch-site",
    "user-agent",
    "x-forwarded-for",
    "x-forwarded-proto",
  ];
  const headers = Object.fromEntries(
    passedOn.flatMap((name) => (asked.headers[name] ? [[name, asked.headers[name]]] : [])),
  );
  return new Promise((resolve, reject) => {
    const sent = openRequest({ host, port, path, headers, timeout: 10_000 }, async (answer) => {
      if (answer.statusCode !== 200) return resolve(null);
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part);
      resolve({ headers: answer.headers, html: Buffer.concat(parts).toString("utf8") });
    });
    sent.on("timeout", () => sent.destroy(new Error("The page did not answer.")));
    sent.on("error", reject);
    sent.end();
  });
}

async function refill(html: string, body: Buffer, type: string, headers: IncomingHttpHeaders): Promise<string> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const { locale } = readVisitor(new Headers(headers as Record<string, string>));
  const sentence = translator(locale, "plainPages")("outdatedForm");
  const typed = new Map([...form].filter((field): field is [string, string] => typeof field[1] === "string"));
  return fillForms(html, typed, sentence);
}

/** Safe as all markup is React's. Without its scripts, which would take the changes for faults and undo them. */
export function fillForms(html: string, typed: ReadonlyMap<string, string>, sentence: string): string {
  const alert = `<p role="alert" class="font-semibold">${escapeHtml(sentence)}</p>`;
  let isTold = false;
  const filled = withoutScripts(html).replace(/<form\b[^>]*\bmethod="post"[^>]*>[\s\S]*?<\/form>/gi, (form) => {
    const own = fillForm(form, typed);
    if (own === null) return form;
    isTold = true;
    return `${alert}${own}`;
  });
  return isTold ? filled : filled.replace(/<main\b[^>]*>/, (main) => `${main}${alert}`);
}

/** Null if it has no such field. */
function fillForm(form: string, typed: ReadonlyMap<string, string>): string | null {
  let isFilled = false;
  const typedValue = (tag: string) => {
    const value = typed.get(/\sname="([^"$]*)"/.exec(tag)?.[1] ?? "");
    isFilled ||= value !== undefined;
    return value;
  };
  const filled = form
    .replace(/<input\b[^>]*>/g, (input) => {
      if (/\stype="(?:hidden|checkbox|file|submit)"/.test(input)) return input;
      const value = typedValue(input);
      if (value === undefined) return input;
      if (input.includes(' type="radio"')) return mark(input, "checked", value);
      return input.replace(/\svalue="[^"]*"/, "").replace(/\s*\/?>$/, () => ` value="${escapeHtml(value)}"/>`);
    })
    .replace(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g, (select, tag, options) => {
      const value = typedValue(tag);
      if (value === undefined) return select;
      return `${tag}${options.replace(/<option\b[^>]*>/g, (option: string) => mark(option, "selected", value))}</select>`;
    });
  return isFilled ? filled : null;
}

/** Chooses the radio or option of this value, and no other. */
function mark(tag: string, attribute: "checked" | "selected", value: string): string {
  const plain = tag.replace(` ${attribute}=""`, "");
  const isChosen = plain.includes(` value="${escapeHtml(value)}"`);
  return isChosen ? plain.replace(/\s*\/?>$/, (end) => ` ${attribute}=""${end.trim()}`) : plain;
}

/** Such as a browser without JavaScript shows it. */
function withoutScripts(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, "")
    .replace(/<\/?noscript>/g, "")
    .replace("<html ", "<html data-without-scripts ");
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
