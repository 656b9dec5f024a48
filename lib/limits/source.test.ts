import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceOf } from "./source";

const unknown = { source: "unknown", network: "unknown", isKnown: false };

describe("a visitor is counted", () => {
  it("by the whole of an IPv4 address, and its /24", () => {
    expect(sourceOf("203.0.113.7")).toEqual({ source: "203.0.113.7", network: "203.0.113.0/24", isKnown: true });
  });

  it("by the /64 of an IPv6 address, and its /48", () => {
    expect(sourceOf("2001:db8:1:2:3:4:5:6")).toEqual({
      source: "2001:db8:1:2::/64",
      network: "2001:db8:1::/48",
      isKnown: true,
    });
  });

  it.each(["::ffff:203.0.113.7", "::FFFF:cb00:7107", "0:0:0:0:0:ffff:cb00:7107", "203.0.113.7:443", '"203.0.113.7"'])(
    "by its IPv4 address, if it is written %s",
    (ip) => expect(sourceOf(ip)).toEqual(sourceOf("203.0.113.7")),
  );

  it.each([
    "[2001:db8:1:2::1]:443",
    "2001:db8:1:2::1%eth0",
    "2001:DB8:1:2::1",
    "2001:0db8:0001:0002:0000:0000:0000:0001",
    "2001:db8:1:2:ffff:ffff:ffff:ffff",
  ])("by the same line, if it is written %s", (ip) => expect(sourceOf(ip)).toEqual(sourceOf("2001:db8:1:2::")));

  it.each([
    null,
    "",
    "unknown",
    "127.1",
    "0x7f.0.0.1",
    "2130706433",
    "203.0.113.256",
    "203.0.113.7:",
    "fe80::1%",
    ":::",
    "[::1",
  ])("with everybody else who is not known, if the address is %j", (ip) => expect(sourceOf(ip)).toEqual(unknown));
});

const byte = fc.integer({ min: 0, max: 255 });
const group = fc.integer({ min: 0, max: 0xffff });
const hex = (groups: number[]) => groups.map((value) => value.toString(16)).join(":");

describe("whatever the address", () => {
  it("all 2^64 addresses of one line of IPv6 are one source (R17)", () => {
    // From 1: a prefix of zeros would hold the IPv4 addresses within IPv6.
    const prefix = fc.tuple(fc.integer({ min: 1, max: 0xffff }), group, group, group);
    const host = fc.tuple(group, group, group, group);
    fc.assert(
      fc.property(prefix, host, host, (line, one, other) => {
        expect(sourceOf(hex([...line, ...one]))).toEqual(sourceOf(hex([...line, ...other])));
      }),
    );
  });

  it("two IPv4 addresses are two sources, and one network only where 24 bits agree", () => {
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte, byte), fc.tuple(byte, byte, byte, byte), (one, other) => {
        const [a, b] = [sourceOf(one.join(".")), sourceOf(other.join("."))];
        expect(a.source === b.source).toBe(one.join() === other.join());
        expect(a.network === b.network).toBe(one.slice(0, 3).join() === other.slice(0, 3).join());
      }),
    );
  });

  it("a text that no proxy writes gives no source, and no error", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { source, network, isKnown } = sourceOf(text);
        expect(isKnown || (source === "unknown" && network === "unknown")).toBe(true);
      }),
    );
  });
});
