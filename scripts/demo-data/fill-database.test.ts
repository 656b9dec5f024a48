import { expect, it, vi } from "vitest";
import { requireDemoDatabase } from "./fill-database";

const empty = { query: async () => ({ rows: [{ isPerson: false }] as never }) };
const local = "postgresql://postgres@127.0.0.1:5432/demo";

it("takes a database on this machine that holds no person", async () => {
  await expect(requireDemoDatabase(local, empty)).resolves.toBeUndefined();
});

it("refuses in production", async () => {
  vi.stubEnv("NODE_ENV", "production");
  await expect(requireDemoDatabase(local, empty)).rejects.toThrow("NODE_ENV is production");
  vi.unstubAllEnvs();
});

it.each(["postgresql://db.example.com/shop", "postgresql://localhost/shop?host=db.example.com"])(
  "refuses %s, which is another machine",
  async (url) => {
    await expect(requireDemoDatabase(url, empty)).rejects.toThrow("db.example.com");
  },
);

it("refuses a database that holds a person", async () => {
  const inhabited = { query: async () => ({ rows: [{ isPerson: true }] as never }) };
  await expect(requireDemoDatabase(local, inhabited)).rejects.toThrow("real address");
});
