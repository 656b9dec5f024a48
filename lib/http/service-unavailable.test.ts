import { describe, expect, it, vi } from "vitest";
import { createLimits } from "@/lib/limits/consume";
import { createPostgresStore } from "@/lib/limits/postgres-store";
import { createRedisStore } from "@/lib/limits/redis-store";
import { isServiceUnavailable } from "./service-unavailable";

// Port 1: nobody listens there. The database of unit tests is there as well, see vitest.config.ts.
const redis = () => createRedisStore("redis://u:p4ssw0rd@127.0.0.1:1");

describe("limits whose store is away", () => {
  it.each([
    ["redis", redis],
    ["postgres", createPostgresStore],
  ])("are told to the operator as %s, without its address and password", async (name, createStore) => {
    const { consume } = createLimits(async () => createStore());
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const error = await consume([{ policy: "proof.once", subject: "s" }]).catch((thrown: unknown) => thrown);

    expect(isServiceUnavailable(error)).toBe(true);
    expect(log).toHaveBeenCalledTimes(1);
    const line = String(log.mock.calls[0]?.[0]);
    expect(JSON.parse(line)).toMatchObject({ event: "limits_unavailable", store: name });
    expect(line).not.toMatch(/p4ssw0rd|127\.0\.0\.1/);
  });
});

it("does not include programming errors", () => {
  expect(isServiceUnavailable(new TypeError("undefined is not a function"))).toBe(false);
});
