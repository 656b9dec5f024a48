import { expect, it } from "vitest";
import { expirePages, isExpired } from "./expired-pages";

const madeAt = (lastModified: number, path: string) => ({
  lastModified,
  value: { kind: "APP_PAGE", headers: { "x-next-cache-tags": `_N_T_/layout,_N_T_${path}/page,_N_T_/en` } },
});

it("a page is made again if it is older than the change, and only a page that shows it", () => {
  expect(isExpired(madeAt(1_000, "/shelf"))).toBe(false);
  expirePages(["/shelf"], 2_000);
  expect(isExpired(madeAt(1_999, "/shelf"))).toBe(true);
  expect(isExpired(madeAt(2_000, "/shelf"))).toBe(false);
  expect(isExpired(madeAt(1_000, "/login"))).toBe(false);
  expect(isExpired({ lastModified: 1_000, value: { kind: "APP_PAGE" } })).toBe(false);
});
