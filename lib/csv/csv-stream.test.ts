import { expect, it } from "vitest";
import { csvStream } from "./csv";

it("streams the names of the columns and every batch", async () => {
  async function* batches() {
    yield [["a", 1]];
    yield [
      ["b", 2],
      ["=c", null],
    ];
  }
  expect(await new Response(csvStream(["name", "count"], batches())).text()).toBe(
    '"name","count"\r\n"a",1\r\n"b",2\r\n"\'=c",\r\n',
  );
});

it("begins with a byte order mark, so that spreadsheets read é, ü and Arabic", async () => {
  async function* batches() {
    yield [["Zoë, بيت"]];
  }
  const bytes = Buffer.from(await new Response(csvStream(["name"], batches())).arrayBuffer());
  expect(bytes.toString("utf8")).toBe('\uFEFF"name"\r\n"Zoë, بيت"\r\n');
});

it("reads no further than its receiver, and stops when the receiver goes", async () => {
  let read = 0;
  let isClosed = false;
  async function* batches() {
    try {
      for (;;) yield [[++read]];
    } finally {
      isClosed = true;
    }
  }
  const reader = csvStream(["number"], batches()).getReader();
  for (let line = 0; line < 3; line++) await reader.read();
  expect(read).toBeLessThanOrEqual(4);
  await reader.cancel();
  expect(isClosed).toBe(true);
});
