import { type ClientRequest, Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";

export type Answer = {
  method: string;
  path: string;
  status: number;
  /** Lower case; repeated values are joined by commas, except `set-cookie`. */
  headers: Record<string, string>;
  setCookies: string[];
  location: string | null;
  body: string;
  milliseconds: number;
};

export type ExactRequest = {
  method: string;
  /** As it is: fetch would normalize it. */
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
  connection?: Connection;
};

/** The address that the request comes from, and a certificate to trust (PEM). */
export type Connection = { localAddress: string; ca: string };

const timeoutMs = 30_000;
const agents = { "http:": new HttpAgent({ keepAlive: true }), "https:": new HttpsAgent({ keepAlive: true }) };

/** Sends exactly this and follows no redirect. Throws if the connection breaks or after 30 seconds. */
export async function askExactly(origin: URL, asked: ExactRequest): Promise<Answer> {
  try {
    return await askOnce(origin, asked);
  } catch (error) {
    // The server closed a kept connection; the request was never read.
    if (error instanceof StaleConnection) return await askOnce(origin, asked, true);
    throw error;
  }
}

class StaleConnection extends Error {}

function askOnce(
  origin: URL,
  { method, path, headers, body, connection }: ExactRequest,
  isFreshConnection = false,
): Promise<Answer> {
  const isHttps = origin.protocol === "https:";
  const { hostname, port } = origin;
  const length: Record<string, string> = body === undefined ? {} : { "content-length": String(body.length) };
  const options = {
    ...connection,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port,
    method,
    path,
    headers: { ...headers, ...length },
  };
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const sent: ClientRequest = isHttps
      ? requestHttps({ ...options, agent: isFreshConnection ? false : agents["https:"], servername: hostname })
      : requestHttp({ ...options, agent: isFreshConnection ? false : agents["http:"] });
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`${method} ${path}: no answer within 30 seconds`)));
    sent.on("error", (error: NodeJS.ErrnoException) => {
      reject(sent.reusedSocket && error.code === "ECONNRESET" ? new StaleConnection() : error);
    });
    sent.on("response", (received) => {
      const chunks: Buffer[] = [];
      received.on("data", (chunk: Buffer) => chunks.push(chunk));
      received.on("error", reject);
      received.on("end", () => {
        const { "set-cookie": setCookies = [], ...single } = received.headers;
        resolve({
          method,
          path,
          status: received.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(single).map(([name, value]) => [name, String(value)])),
          setCookies,
          location: received.headers.location ?? null,
          body: Buffer.concat(chunks).toString("utf8"),
          milliseconds: performance.now() - startedAt,
        });
      });
    });
    sent.end(body);
  });
}
