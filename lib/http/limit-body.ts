import type { IncomingMessage, ServerResponse } from "node:http";

/** In bytes; our longest form, a product in three languages, fits twice: with JavaScript it brings its last state. */
export const maxBodyBytes = 50_000;
export const maxWebhookBytes = 2_000_000;
/** For all batches at one time: the signature shows at the end, so strangers fill it too. */
const maxWebhookBytesAtOnce = 16 * maxWebhookBytes;
/** A 2 kB form takes less on a slow phone line. */
const maxBodyMs = 20_000;

let webhookBytesAtOnce = 0;

export function declaresTooLargeBody(request: Pick<IncomingMessage, "headers" | "url">): boolean {
  return Number(request.headers["content-length"] ?? 0) > (isWebhook(request) ? maxWebhookBytes : maxBodyBytes);
}

/** Ends a body that is too large or slower than `maxMs`: Next buffers 10 MB of any for the middleware. */
export function limitBody(request: IncomingMessage, response: ServerResponse, maxMs = maxBodyMs): void {
  const { "content-length": declared, "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && (declared === undefined || declared === "0")) return;

  const timer = setTimeout(() => {
    if (!request.complete) endRequest(request, response, "408 Request Timeout");
  }, maxMs).unref();

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
  // A response queued behind another is not closed with its connection.
  const { socket } = request;
  socket.once("close", end);
  response.once("close", () => socket.off("close", end));
}

const isWebhook = (request: Pick<IncomingMessage, "url">) =>
  /^\/api\/webhooks\/sendgrid\/?(?:\?|$)/.test(request.url ?? "");

function endRequest(request: IncomingMessage, response: ServerResponse, status: string): false {
  const { socket } = request;
  if (socket.destroyed) return false;
  // A queued response must not write into the one before.
  if (response.socket && !response.headersSent)
    socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroySoon();
  return false;
}
