import { expect, test, vi } from "vitest";
import { isSameOrigin, nameOwnOrigin } from "./same-origin";

const own = "http://localhost:3000";

test.each([own, "null", "http://", "a, b", `${own}, ${own}`, "http://127.0.0.1:3000"])(
  "a request with Sec-Fetch-Site same-origin is accepted, whatever Origin %s says",
  (origin) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(isSameOrigin(new Headers({ "sec-fetch-site": "same-origin", origin }))).toBe(true);
  },
);

test.each(["cross-site", "same-site", "none", "", "same-origin, cross-site"])(
  "Sec-Fetch-Site %j is refused even with the shop's own Origin",
  (site) => expect(isSameOrigin(new Headers({ "sec-fetch-site": site, origin: own }))).toBe(false),
);

test.each(["null", "http://", "https://localhost:3000", "http://localhost", `${own}, ${own}`, "https://evil.example"])(
  "without Fetch Metadata, Origin %s is refused",
  (origin) => expect(isSameOrigin(new Headers({ origin }))).toBe(false),
);

test("a forwarded host is ignored, and Next gets the shop's own URL", () => {
  const headers = new Headers({ origin: "null", host: "localhost", "x-forwarded-host": "evil.example" });
  nameOwnOrigin(headers);
  expect(headers.get("origin")).toBe(own);
  expect(headers.get("x-forwarded-host")).toBe("localhost:3000");
});

test("the log says once that visitors use another URL than APP_URL", async () => {
  vi.resetModules();
  const { isSameOrigin: freshly } = await import("./same-origin");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  for (const origin of ["null", "http://", "https://shop.example:8443", "https://shop.example:8443"]) {
    freshly(new Headers({ "sec-fetch-site": "same-origin", origin }));
  }
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]?.[0]).toMatch(/https:\/\/shop\.example:8443.*APP_URL/);
});
