import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** Records what an access log could hold. Set it as APP_URL first, then give it the shop's address. */
export async function recordRequests() {
  const requests: string[] = [];
  let target = "";
  const server = createServer((incoming, answer) => {
    requests.push(`${incoming.method} ${incoming.url}\n${incoming.rawHeaders.join("\n")}`);
    const { method, headers, url } = incoming;
    const forwarded = send(new URL(url ?? "/", target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
    forwarded.on("error", () => answer.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests,
    forwardTo(url: string) {
      target = url;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
