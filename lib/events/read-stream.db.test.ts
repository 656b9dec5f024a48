import { expect, it, vi } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { db } from "@/lib/db/client";
import { eventSecret } from "@/test/event-receiver";

async function readStreamInOverview() {
  const { readOverview } = await import("@/lib/admin/read-overview");
  return (await readOverview(7)).stream;
}

it("the overview shows what waits for the receiver of events, and since when that fails", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await readStreamInOverview()).toBeNull();
  Object.assign(process.env, { EVENTS_WEBHOOK_URL: "http://127.0.0.1:1/", EVENTS_WEBHOOK_SECRET: eventSecret });
  vi.resetModules();
  await db().eventStream.deleteMany();
  const quiet = { deliveredAt: null, failingSince: null, lastError: null, waiting: 0 };
  expect(await readStreamInOverview()).toEqual(quiet);
  const { sendDueEvents } = await import("./send-events");
  await sendDueEvents();
  await recordEvent(db(), { name: "logout" });
  await recordEvent(db(), { name: "logout" });
  await sendDueEvents();
  expect(await readStreamInOverview()).toEqual({
    ...quiet,
    failingSince: expect.any(Date),
    lastError: "ECONNREFUSED",
    waiting: 2,
  });
});
