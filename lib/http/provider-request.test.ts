import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { requestProvider } from "./provider-request";

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => server?.close());

const asForm = { method: "POST", headers: { Authorization: "Basic x" }, timeoutMs: 2_000 };

test("a request brings its body and headers, and gets the whole answer", async () => {
  const url = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      response.writeHead(201, { "Twilio-Request-Id": "RQ1" });
      const text = Buffer.from(`é ${request.method} ${request.headers.authorization} ${Buffer.concat(chunks)}`);
      response.write(text.subarray(0, 1), () => response.end(text.subarray(1)));
    });
  });
  const answer = await requestProvider(url, { ...asForm, body: "to=a%40b.example" });
  expect(answer).toMatchObject({ status: 201, headers: { "twilio-request-id": "RQ1" } });
  expect(answer.body).toBe("é POST Basic x to=a%40b.example");
});

test("requests one after another share a connection", async () => {
  const ports = new Set<number | undefined>();
  const url = await listen((request, response) => {
    ports.add(request.socket.remotePort);
    response.end();
  });
  for (let n = 0; n < 3; n++) await requestProvider(url, asForm);
  expect(ports.size).toBe(1);
});

test("a redirect is an answer, so credentials reach no other host", async () => {
  const url = await listen((_request, response) => response.writeHead(307, { Location: "http://127.0.0.1:1/" }).end());
  expect(await requestProvider(url, asForm)).toMatchObject({ status: 307 });
});

test("a silent provider is a timeout, before its answer and in the middle of it", async () => {
  const silent = await listen(() => {});
  await expect(requestProvider(silent, { ...asForm, timeoutMs: 50 })).rejects.toMatchObject({ name: "TimeoutError" });
  server?.closeAllConnections();
  const half = await listen((_request, response) => response.write("half"));
  await expect(requestProvider(half, { ...asForm, timeoutMs: 100 })).rejects.toMatchObject({ name: "TimeoutError" });
});

test("a broken answer is an error, and a refused connection names itself", async () => {
  const url = await listen((request, response) => response.write("half", () => request.socket.destroy()));
  await expect(requestProvider(url, asForm)).rejects.toMatchObject({ code: "ECONNRESET" });
  await expect(requestProvider("http://127.0.0.1:1/", asForm)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

async function listen(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
