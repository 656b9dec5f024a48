import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/health/route";
import { env } from "@/lib/env";
import { answerProbe, probeHeader, signProbe } from "./shop-probe";

const marker = "192.0.2.7";

beforeEach(() => {
  // The shop asks itself.
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json({ status: "ok" }));
});

function arrived(forwardedFor: string, probe = signProbe(marker)): Headers {
  return new Headers({ [probeHeader]: probe, "x-forwarded-for": forwardedFor });
}

describe("how the shop sees a signed request", () => {
  it.each([
    ["no proxy", marker, 0, 0],
    ["one proxy that adds", `${marker}, 203.0.113.9`, 0, 1],
    ["two proxies that add", `${marker}, 203.0.113.9, 10.0.0.1`, 0, 2],
    ["a proxy that replaces", "203.0.113.9", 0, 1],
  ])("counts the proxies: %s", async (_, forwardedFor, hops, added) => {
    const answer = await answerProbe(arrived(forwardedFor));
    expect(answer).toMatchObject({ trustedProxyHops: hops, addedHops: added, isVisitorForgeable: false });
  });

  it("says that visitors can forge their address, without naming one", async () => {
    vi.spyOn(env(), "TRUSTED_PROXY_HOPS", "get").mockReturnValue(2);
    const answer = await answerProbe(arrived(`${marker}, 203.0.113.9`));
    expect(answer).toMatchObject({ addedHops: 1, isVisitorForgeable: true });
    expect(JSON.stringify(answer)).not.toMatch(/192\.0\.2|203\.0\.113/);
  });
});

describe("what a stranger learns from the health page", () => {
  const hour = 60 * 60_000;
  it.each([
    ["no signature", ""],
    ["a forged signature", `${Date.now()} ${marker} ${"a".repeat(64)}`],
    ["a signature that is too short", signProbe(marker).slice(0, -34)],
    ["a signature that is too long", `${signProbe(marker)}00`],
    ["a signature of an hour ago", signProbe(marker, Date.now() - hour)],
    ["a signature of another address", signProbe("192.0.2.8").replace("192.0.2.8", marker)],
    ["a signature of another time", signProbe(marker).replace(/^\d+/, String(Date.now() + 1))],
  ])("is that the process lives, with %s", async (_, probe) => {
    const headers = arrived(marker, probe);
    const answer = await GET(new Request("http://localhost:3000/api/health", { headers }));
    expect(await answer.json()).toEqual({ status: "ok" });
    expect(fetch).not.toHaveBeenCalled();
  });
});
