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
  const passedOn = ["accept-language", "cookie", "host", "user-agent", "x-forwarded-for", "x-forwarded-proto"];
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

/** Safe as all markup is React's. */
export function fillForms(html: string, typed: ReadonlyMap<string, string>, sentence: string): string {
  return html.replace(/<form\b[^>]*\bmethod="post"[^>]*>[\s\S]*?<\/form>/gi, (form) => {
    let isFilled = false;
    const filled = form.replace(/<input\b[^>]*>/g, (input) => {
      const name = /\sname="([^"$]*)"/.exec(input)?.[1];
      const value = name === undefined ? undefined : typed.get(name);
      if (value === undefined || /\stype="(?:hidden|checkbox|radio|file|submit)"/.test(input)) return input;
      isFilled = true;
      return input.replace(/\svalue="[^"]*"/, "").replace(/\s*\/?>$/, () => ` value="${escapeHtml(value)}"/>`);
    });
    return isFilled ? `<p role="alert" class="font-semibold">${escapeHtml(sentence)}</p>${filled}` : form;
  });
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
