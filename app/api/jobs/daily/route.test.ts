import { beforeEach, expect, it, vi } from "vitest";
import { runDailyJob } from "@/lib/jobs/daily-job";
import { GET } from "./route";

const { recordRefusedAccess, settings } = vi.hoisted(() => ({
  recordRefusedAccess: vi.fn(),
  settings: { CRON_SECRET: undefined as string | undefined, APP_URL: "http://localhost:3000", TRUSTED_PROXY_HOPS: 0 },
}));
vi.mock("next/server", () => ({ after: (task: () => unknown) => task() }));
vi.mock("@/lib/auth/access/access-rules", () => ({ recordRefusedAccess }));
vi.mock("@/lib/env", () => ({ env: () => settings }));
vi.mock("@/lib/jobs/daily-job", () => ({ runDailyJob: vi.fn() }));

const secret = "x".repeat(44);

beforeEach(() => {
  recordRefusedAccess.mockReset();
  vi.mocked(runDailyJob).mockReset();
});

/** As a shop with this secret answers. */
async function call(authorization: string | null, CRON_SECRET: string | undefined = secret) {
  settings.CRON_SECRET = CRON_SECRET || undefined;
  const headers = authorization === null ? undefined : { authorization };
  return await GET(new Request("http://localhost:3000/api/jobs/daily", { headers }));
}

it.each([null, "Bearer undefined", "Bearer ", `Bearer ${secret}`])(
  "without a configured secret the path is not there: %s",
  async (authorization) => {
    expect((await call(authorization, "")).status).toBe(404);
    expect(runDailyJob).not.toHaveBeenCalled();
  },
);

it.each([null, "", "Bearer", `Bearer ${secret}x`, `Basic ${secret}`])(
  "a wrong or missing secret is refused and put into the audit trail: %s",
  async (authorization) => {
    const answer = await call(authorization);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe("Send CRON_SECRET as the bearer token.\n");
    expect(runDailyJob).not.toHaveBeenCalled();
    expect(recordRefusedAccess).toHaveBeenCalledWith("wrong job secret", expect.anything());
  },
);

it.each([
  ["finished", 200],
  ["unfinished", 202],
  ["running", 202],
  ["failed", 500],
] as const)("with the secret it runs the job and says that it is %s", async (state, status) => {
  const report = { state, done: { mailSent: 3 }, failed: [] };
  vi.mocked(runDailyJob).mockResolvedValue(report);
  const answer = await call(`Bearer ${secret}`);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual(report);
});

it("the answer is 503 while the database is away", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.mocked(runDailyJob).mockRejectedValue(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
  expect((await call(`Bearer ${secret}`)).status).toBe(503);
});
