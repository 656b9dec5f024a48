import type { IncomingMessage, ServerResponse } from "node:http";

/** The largest body that a page or an action takes, in bytes. The longest form of the shop has a twentieth of it. */
export const maxBodyBytes = 50_000;
/** SendGrid posts its events in batches, in bytes. */
export const maxWebhookBytes = 2_000_000;
/** What all batches that arrive at one time may hold. Their signature shows at the end only, so strangers fill it, too. */
const maxWebhookBytesAtOnce = 16 * maxWebhookBytes;
/** A whole body arrives within this time, in milliseconds. A form of 2 kB needs less on a slow phone line. */
const maxBodyMs = 20_000;

let webhookBytesAtOnce = 0;

/** Whether a request says itself that its body is too large. */
export function declaresTooLargeBody(request: Pick<IncomingMessage, "headers" | "url">): boolean {
  return Number(request.headers["content-length"] ?? 0) > (isWebhook(request) ? maxWebhookBytes : maxBodyBytes);
}

/**
 * Ends a request whose body is too large or too slow, before Next keeps it in memory: Next reads up to 10 MB of every
 * body for the middleware, whatever its content type. Works while the body arrives, because a length may be missing.
 * A body that says itself that it is too large is thrown away as it comes, and the request can be answered with a page.
 * `maxMs` is the time for the whole body, in milliseconds.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, maxMs = maxBodyMs): void {
  const { "content-length": declared, "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && (declared === undefined || declared === "0")) return;

  const timer = setTimeout(() => {
    if (!request.complete) endRequest(request, response, "408 Request Timeout");
  }, maxMs).unref();

  // Next replaces the methods of a request once its body is there; this one is the socket's way in.
  const push = request.push.bind(request);
  let isDiscarded = declaresTooLargeBody(request);
  const isBatch = isWebhook(request);
  const maxBytes = isBatch ? maxWebhookBytes : maxBodyBytes;
  let length = 0;
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) return push(null);
    if (isDiscarded) return true;
    length += chunk.length;
    if (isBatch) webhookBytesAtOnce += chunk.length;
    if (length > maxBytes) return endRequest(request, response, "413 Content Too Large");
    if (webhookBytesAtOnce > maxWebhookBytesAtOnce) return endRequest(request, response, "503 Service Unavailable");
    return push(chunk);
  };

  const end = () => {
    if (isBatch) webhookBytesAtOnce -= length;
    length = 0;
    isDiscarded = true;
    if (request.complete) clearTimeout(timer);
  };
  response.once("close", end);
  // A response that waits behind another one on the connection is never closed when the connection breaks.
  const { socket } = request;
  socket.once("close", end);
  // The request may have lost its socket by then.
  response.once("close", () => socket.off("close", end));
}

const isWebhook = (request: Pick<IncomingMessage, "url">) =>
  /^\/api\/webhooks\/sendgrid\/?(?:\?|$)/.test(request.url ?? "");

/** Answers as Node does to what is no HTTP: with a status and nothing else. Gives false, which stops the reading. */
function endRequest(request: IncomingMessage, response: ServerResponse, status: string): false {
  const { socket } = request;
  if (socket.destroyed) return false;
  // A response without a socket waits behind another one, and must not be written into that.
  if (response.socket && !response.headersSent)
    socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroySoon();
  return false;
}
