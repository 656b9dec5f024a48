import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

type ReceivedEvent = {
  id: string;
  type: string;
  timestamp: string;
  data: Record<string, unknown> & { id: string };
};

export type EventReceiver = Awaited<ReturnType<typeof startEventReceiver>>;

export const eventSecret = `whsec_${Buffer.alloc(32, "only for tests ").toString("base64")}`;

/** An operator's receiver on loopback: checks each signature with the library of Standard Webhooks, answers 401 without a
 * good one, and keeps the others. */
export async function startEventReceiver({ secret = eventSecret, port = 0 } = {}) {
  const webhook = new Webhook(secret);
  const events: ReceivedEvent[] = [];
  const behaviour: { answer: (event: ReceivedEvent) => number | Promise<number> } = { answer: () => 204 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    try {
      webhook.verify(body, request.headers as Record<string, string>);
    } catch {
      return response.writeHead(401).end();
    }
    const event = { id: String(request.headers["webhook-id"]), ...JSON.parse(body) };
    const status = await behaviour.answer(event);
    if (status < 300) events.push(event);
    response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    /** Those that it answered with success, in the order of their arrival. */
    events,
    behaviour,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
