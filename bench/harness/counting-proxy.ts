import type { AddressInfo } from "node:net";
import { connect, createServer, type Server } from "node:net";

export type CountingProxy = {
  /** By way of the proxy. */
  url: string;
  /** Since the last call, with BEGIN and COMMIT. */
  takeStatements: () => string[];
  close: () => void;
};

/** Counts statements: simple queries and Execute (postgresql.org/docs/current/protocol-message-formats.html). */
export async function startCountingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  let statements: string[] = [];
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const read = readMessages((statement) => statements.push(statement));
    client.on("data", (chunk) => {
      read(chunk);
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => client.write(chunk));
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    takeStatements: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    close: () => void server.close(),
  };
}

/** The start-up message has no type byte. */
function readMessages(tell: (statement: string) => void): (chunk: Buffer) => void {
  let pending = Buffer.alloc(0);
  let hasStarted = false;
  /** By the name of the prepared statement, which is parsed once and bound often. */
  const texts = new Map<string, string>();
  let bound = "";
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = hasStarted ? 1 : 0;
      if (pending.length < head + 4) return;
      const end = head + pending.readUInt32BE(head);
      if (pending.length < end) return;
      const type = hasStarted ? String.fromCharCode(pending[0] ?? 0) : "";
      const body = pending.subarray(head + 4, end);
      pending = pending.subarray(end);
      hasStarted = true;
      if (type === "Q") tell(textAt(body, 0));
      if (type === "P") texts.set(textAt(body, 0), textAt(body, body.indexOf(0) + 1));
      if (type === "B") bound = textAt(body, body.indexOf(0) + 1);
      if (type === "E") tell(texts.get(bound) ?? "");
    }
  };
}

function textAt(body: Buffer, start: number): string {
  const end = body.indexOf(0, start);
  return body.toString("utf8", start, end).replace(/\s+/g, " ").trim();
}
