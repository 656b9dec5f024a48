import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { limitBody, maxBodyBytes, maxWebhookBytes } from "./limit-body";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

type Seen = { bytes: number; request: IncomingMessage };

/** A server that keeps every byte it is given, as Next does for its middleware, and answers at the end of the body. */
async function startServer({ maxMs = 20_000, answersAtOnce = false } = {}) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    limitBody(request, response, maxMs);
    const entry = { bytes: 0, request };
    seen.push(entry);
    request.on("data", (chunk: Buffer) => (entry.bytes += chunk.length));
    if (answersAtOnce) response.end("A page.");
    else request.on("end", () => response.end("All of it."));
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { seen, port: (server.address() as AddressInfo).port };
}

function open(port: number, head: string): { socket: Socket; answer: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (chunk) => (text += chunk));
  socket.on("error", () => {});
  const answer = new Promise<string>((resolve) => socket.on("close", () => resolve(text)));
  socket.write(`${head}\r\nHost: localhost\r\nConnection: close\r\n`);
  return { socket, answer };
}

const chunkOf = (length: number) => `${length.toString(16)}\r\n${"x".repeat(length)}\r\n`;

test.each([
  "application/octet-stream",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "nonsense",
])("a body of %s without a length is cut off at the limit while it arrives (R40)", async (type) => {
  const { seen, port } = await startServer();
  const { socket, answer } = open(port, "POST /login HTTP/1.1");
  socket.write(`Content-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  for (let part = 0; part < 10; part++) socket.write(chunkOf(maxBodyBytes / 5));
  expect(await answer).toContain("413 Content Too Large");
  expect(seen[0]?.bytes).toBeLessThanOrEqual(maxBodyBytes);
});

test("a body that declares too large a size is discarded, and the request gets its page", async () => {
  const { seen, port } = await startServer({ answersAtOnce: true });
  const { socket, answer } = open(port, "POST /login HTTP/1.1");
  socket.write(`Content-Length: ${maxBodyBytes * 4}\r\n\r\n${"x".repeat(maxBodyBytes * 4)}`);
  expect(await answer).toMatch(/200 OK[\s\S]*A page\./);
  expect(seen[0]?.bytes).toBe(0);
});

test("a body that does not arrive in time is cut off (R40)", async () => {
  const { seen, port } = await startServer({ maxMs: 50 });
  const { socket, answer } = open(port, "POST /login HTTP/1.1");
  socket.write("Content-Length: 100\r\n\r\nabc");
  expect(await answer).toContain("408 Request Timeout");
  expect(seen[0]?.request.destroyed).toBe(true);
});

test("a body within the limit arrives whole", async () => {
  const { seen, port } = await startServer();
  const { socket, answer } = open(port, "POST /login HTTP/1.1");
  socket.write(`Content-Length: ${maxBodyBytes}\r\n\r\n${"x".repeat(maxBodyBytes)}`);
  expect(await answer).toContain("All of it.");
  expect(seen[0]?.bytes).toBe(maxBodyBytes);
});

test("SendGrid's batches may be larger, but not many of them at one time", async () => {
  const { port } = await startServer();
  const batch = async () => {
    const opened = open(port, "POST /api/webhooks/sendgrid HTTP/1.1");
    opened.socket.write(`Content-Length: ${maxWebhookBytes}\r\n\r\n${"x".repeat(maxWebhookBytes - 1)}`);
    return opened;
  };
  const unfinished = await Promise.all(Array.from({ length: 18 }, batch));
  const refused = await Promise.race(unfinished.map(({ answer }) => answer));
  expect(refused).toContain("503 Service Unavailable");
  for (const { socket } of unfinished) socket.destroy();
  await Promise.all(unfinished.map(({ answer }) => answer));
});

test("Batches that break off behind another request leave room for later ones.", async () => {
  const { port } = await startServer();
  const body = "x".repeat(maxBodyBytes);
  for (let round = 0; round < 20; round++) {
    const { socket, answer } = open(port, "POST /login HTTP/1.1");
    const head = `POST /api/webhooks/sendgrid HTTP/1.1\r\nHost: shop\r\nContent-Length: ${maxWebhookBytes}\r\n\r\n`;
    socket.write(`Content-Length: 3\r\n\r\nabc${head}${body.repeat(35)}`);
    await new Promise((settle) => setTimeout(settle, 20));
    socket.destroy();
    await answer;
  }
  const { socket, answer } = open(port, "POST /api/webhooks/sendgrid HTTP/1.1");
  socket.write(`Content-Length: ${maxBodyBytes}\r\n\r\n${body}`);
  expect(await answer).toContain("All of it.");
});

test("a response that closes after its request lost the socket ends nothing else", async () => {
  const failures: unknown[] = [];
  const server = createServer((request, response) => {
    limitBody(request, response);
    Object.defineProperty(request, "socket", { value: null });
    try {
      response.emit("close");
    } catch (error) {
      failures.push(error);
    }
    response.end();
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { socket, answer } = open((server.address() as AddressInfo).port, "POST / HTTP/1.1\r\nContent-Length: 1");
  socket.write("\r\nx");
  await answer;
  expect(failures).toEqual([]);
});
