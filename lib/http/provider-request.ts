import { type IncomingHttpHeaders, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";

export type ProviderAnswer = { status: number; headers: IncomingHttpHeaders; body: string };

type ProviderRequest = { method: string; headers: Record<string, string>; body?: string; timeoutMs: number };

/** One request over Node's own client, which keeps connections open: `fetch` costs several times its CPU time. Follows no
 * redirect. Rejects with Node's error, or with a TimeoutError after `timeoutMs` (ms). */
export function requestProvider(
  url: string,
  { method, headers, body, timeoutMs }: ProviderRequest,
): Promise<ProviderAnswer> {
  return new Promise((resolve, reject) => {
    const request = url.startsWith("https:") ? requestSecure : requestPlain;
    const sent = request(url, { method, headers: { "User-Agent": "node", ...headers } });
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
      sent.destroy();
    };
    const timer = setTimeout(() => {
      fail(Object.assign(new Error(`No answer within ${timeoutMs} ms.`), { name: "TimeoutError" }));
    }, timeoutMs);
    sent.on("error", fail);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", fail);
      response.on("end", () => {
        clearTimeout(timer);
        const status = response.statusCode ?? 0;
        resolve({ status, headers: response.headers, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    sent.end(body);
  });
}
