import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type SpecFile, specFiles } from "@/emulator/contract/patched-specs";
import { type Exchange, openContract, type VendorContract } from "@/emulator/contract/vendor-contract";

export type ValidatingProxy = {
  url: string;
  /** Everything that was not as the vendors describe it. */
  faults: string[];
  /** The operations of a file that were asked for and answered well. */
  covered(file: SpecFile): string[];
  /** How many of its operations that is. */
  tally(file: SpecFile): string;
  close(): Promise<void>;
};

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function ask(target: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method, headers } = incoming;
    const outgoing = openRequest(new URL(incoming.url ?? "/", target), { method, headers }, resolve);
    outgoing.on("error", reject).end(body);
  });
}

/** Stands between the real SDKs and a server, and holds each request and each answer to the vendors' descriptions. */
export async function startValidatingProxy(
  target: string,
  files: readonly SpecFile[] = specFiles,
): Promise<ValidatingProxy> {
  const contracts = files.map(openContract);
  const seen = new Map<SpecFile, Set<string>>(files.map((file) => [file, new Set()]));
  const faults: string[] = [];

  function judge(exchange: Exchange): void {
    const { method, url, status } = exchange;
    const found = contracts
      .map((contract) => ({ contract, operation: contract.find(method, url.pathname) }))
      .find((candidate) => candidate.operation !== undefined);
    if (found?.operation === undefined) {
      faults.push(`${method} ${url.pathname} is not described`);
      return;
    }
    const { contract, operation } = found;
    const own = contract.faults(operation, exchange).map((fault) => `${operation.operationId} (${status}): ${fault}`);
    faults.push(...own);
    if (own.length === 0 && status < 400) seen.get(contract.file)?.add(operation.operationId);
  }

  const server = createServer(async (incoming: IncomingMessage, response: ServerResponse) => {
    const requestBody = await readAll(incoming);
    const answer = await ask(target, incoming, requestBody);
    const responseBody = await readAll(answer);
    judge({
      method: incoming.method ?? "GET",
      url: new URL(incoming.url ?? "/", target),
      requestType: incoming.headers["content-type"],
      requestBody: requestBody.toString("utf8"),
      status: answer.statusCode ?? 0,
      responseType: answer.headers["content-type"],
      responseBody: responseBody.toString("utf8"),
    });
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(responseBody);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  const covered = (file: SpecFile) => [...(seen.get(file) ?? [])].toSorted();
  const described = (file: SpecFile): VendorContract["operations"] =>
    contracts.find((contract) => contract.file === file)?.operations ?? [];
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    covered,
    tally: (file) => `${file}: covered ${covered(file).length} of ${described(file).length} operations`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Such a proxy for the tests of a `describe`, which must leave no fault. It is filled before they run. */
export function testProxy(target: { url: string }, files?: readonly SpecFile[]): ValidatingProxy {
  const proxy = {} as ValidatingProxy;
  beforeAll(async () => {
    Object.assign(proxy, await startValidatingProxy(target.url, files));
  });
  afterEach(() => expect(proxy.faults).toEqual([]));
  afterAll(() => proxy.close());
  return proxy;
}
