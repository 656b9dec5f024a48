import { expect, it } from "vitest";
import { csvStream } from "./csv-stream";

it("streams the names of the columns and every batch", async () => {
  async function* batches() {
    yield [["a", 1]];
    yield [
      ["b", 2],
      ["=c", null],
    ];
  }
  expect(await new Response(csvStream(["name", "count"], batches())).text()).toBe(
    'name,count\r\na,1\r\nb,2\r\n"\'=c",\r\n',
  );
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
