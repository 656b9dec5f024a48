import { channel } from "node:diagnostics_channel";
import { expect, test, vi } from "vitest";
import { warnOfIgnoredAddresses } from "./instrumentation-node";

test("without trusted proxies the log says once that X-Forwarded-For arrives, and names the variable (R18)", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  warnOfIgnoredAddresses();
  const ask = (headers: Record<string, string>) =>
    channel("http.server.request.start").publish({ request: { headers } });
  ask({ host: "localhost" });
  expect(warn).not.toHaveBeenCalled();
  ask({ "x-forwarded-for": "203.0.113.8" });
  ask({ "x-forwarded-for": "203.0.113.9" });
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]?.[0]).toContain("set TRUSTED_PROXY_HOPS");
  expect(warn.mock.calls[0]?.[0]).not.toContain("203.0.113");
});
