import { connect } from "node:net";
import { fromNewAddress } from "./fixtures";

/** Header values are Latin-1 bytes. */
export type RawRequest = {
  method?: string;
  /** Sent as it is. */
  target: string;
  headers?: readonly (readonly [name: string, value: string])[];
  body?: string | Buffer;
  /** Null: no header. */
  contentLength?: string | null;
};

export type RawAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string;
};

/** So that a hang fails by name. */
const timeoutMs = 15_000;

/** Sends what browsers refuse to, over a socket, from an address of its own. */
export async function sendRaw(url: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const encoded = encodeRequest(url, request);
  const send = () => exchange(hostname, Number(port), encoded);
  const bytes = await send().catch((error) => (isHardEnd(error) ? send() : Promise.reject(error)));
  return readAnswer(bytes, request);
}

/** One line, exact enough to repeat. */
export function describeRequest({ method = "GET", target, headers = [], body = "" }: RawRequest): string {
  const text = typeof body === "string" ? body : body.toString("latin1");
  const shown = { method, target: shorten(target), headers: headers.map(([name, value]) => [name, shorten(value)]) };
  return JSON.stringify({ ...shown, body: shorten(text) });
}

function shorten(text: string): string {
  return text.length > 2_000 ? `${text.slice(0, 300)} … ${text.length} characters … ${text.slice(-300)}` : text;
}

function encodeRequest(url: string, request: RawRequest): Buffer {
  const { method = "GET", target, headers = [], body, contentLength } = request;
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const lines = [`${method} ${target} HTTP/1.1`];
  if (!given.has("host")) lines.push(`Host: ${new URL(url).host}`);
  for (const [name, value] of Object.entries(fromNewAddress())) {
    if (!given.has(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  const bytes = body === undefined ? null : Buffer.from(body as string);
  if (contentLength !== null && (contentLength !== undefined || bytes !== null)) {
    lines.push(`Content-Length: ${contentLength ?? bytes?.length}`);
  }
  if (!given.has("connection")) lines.push("Connection: close");
  const head = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  return bytes === null ? head : Buffer.concat([head, bytes]);
}

function exchange(host: string, port: number, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, host);
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`No answer within ${timeoutMs / 1_000} s.`)));
    socket.on("connect", () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (error) => (chunks.length > 0 ? resolve(Buffer.concat(chunks)) : reject(error)));
    socket.on("close", () => resolve(Buffer.concat(chunks)));
  });
}

/** A server may end a connection before its answer is read. */
const isHardEnd = (error: NodeJS.ErrnoException) => error.code === "EPIPE" || error.code === "ECONNRESET";

function readAnswer(bytes: Buffer, request: RawRequest): RawAnswer {
  const text = bytes.toString("latin1");
  const headEnd = text.indexOf("\r\n\r\n");
  const [statusLine = "", ...lines] = text.slice(0, headEnd === -1 ? text.length : headEnd).split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]);
  if (!status) throw new Error(`This is no HTTP answer: ${shorten(text)}\nto ${describeRequest(request)}`);
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value;
  }
  const body = headEnd === -1 ? Buffer.alloc(0) : bytes.subarray(headEnd + 4);
  const whole = headers["transfer-encoding"] === "chunked" ? joinChunks(body) : body;
  return { status, headers, body: whole.toString("utf8") };
}

function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf("\r\n", at);
    const length = Number.parseInt(body.toString("latin1", at, lineEnd), 16);
    if (lineEnd === -1 || !(length > 0)) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
  return Buffer.concat(parts);
}
