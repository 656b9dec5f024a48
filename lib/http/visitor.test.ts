import { describe, expect, it } from "vitest";
import { languageCookieName } from "@/lib/i18n/language-cookie";
import { clientIp, describeDevice, readVisitor } from "./visitor";

describe("the client's address", () => {
  it("is unknown while no proxy is trusted, whatever the header claims (R18)", () => {
    expect(clientIp("203.0.113.9", 0)).toBeNull();
  });

  it("is the address seen by the trusted proxy, not one that the client wrote (R18)", () => {
    expect(clientIp("198.51.100.1, 203.0.113.9", 1)).toBe("203.0.113.9");
  });

  it("is counted from the right with two trusted proxies", () => {
    expect(clientIp("198.51.100.1, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
  });

  it.each([
    ["203.0.113.8:17085", "203.0.113.8"],
    ['"203.0.113.8:17085"', "203.0.113.8"],
    ["2001:DB8:0::1", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
    ["[2001:db8::1]:443", "2001:db8::1"],
    ['"[2001:db8:0:0:0:0:0:1]:443"', "2001:db8::1"],
    ["fe80::1%eth0", "fe80::1"],
    ["[fe80::1%25en0.1]:8080", "fe80::1"],
    ["::ffff:203.0.113.8", "203.0.113.8"],
    ["[::FFFF:cb00:7108]:65535", "203.0.113.8"],
  ])("is read from %s, as proxies write it, in one form (R18)", (spelling, address) => {
    expect(clientIp(`198.51.100.1, ${spelling}`, 1)).toBe(address);
  });

  it.each([
    "203.0.113.8:",
    "203.0.113.8:port",
    "203.0.113.8:123456",
    "[203.0.113.8",
    "203.0.113",
    "_hidden",
    "::1]:80",
  ])("is unknown if the proxy wrote no address: %s", (text) => expect(clientIp(text, 1)).toBeNull());

  it.each([null, "", "203.0.113.9", "unknown, unknown"])("is unknown if the list is too short: %j", (header) => {
    expect(clientIp(header, 2)).toBeNull();
  });
});

it("describes a device by browser and system", () => {
  const userAgent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
  expect(describeDevice(userAgent ?? null, "en")).toBe("Chrome on Windows");
});

it.each([
  [undefined, "an unknown device"],
  ["<script>alert(1)</script>", "an unknown browser"],
  ["Your account is locked. Visit evil.example/1.0 (now)", "an unknown browser"],
  ["http:evil.example/2.0 Windows NT 10.0", "an unknown browser on Windows"],
])("calls an unreadable device unknown, without repeating its text: %s", (userAgent, device) => {
  expect(describeDevice(userAgent ?? null, "en")).toBe(device);
});

it.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari on iOS",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Microsoft Edge on Windows",
  ],
  [
    "Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
    "Samsung Internet for Android on Android",
  ],
])("knows the browsers that people use", (userAgent, device) => {
  expect(describeDevice(userAgent ?? null, "en")).toBe(device);
});

it("describes an unknown device in the reader's language", () => {
  expect(describeDevice(null, "es")).toBe("un dispositivo desconocido");
});

describe("the language of a visitor", () => {
  const languageOf = (headers: Record<string, string>) => readVisitor(new Headers(headers)).locale;

  it("is the browser's preferred language, or English without a match", () => {
    expect(languageOf({ "accept-language": "es-MX,es;q=0.9,en;q=0.8" })).toBe("es");
    expect(languageOf({ "accept-language": "ar" })).toBe("ar");
    expect(languageOf({ "accept-language": "fi" })).toBe("en");
    expect(languageOf({})).toBe("en");
  });

  it("is the language chosen in the shop first, from the cookie of the right name only", () => {
    const cookie = `a=b; ${languageCookieName()}=ar; c=es`;
    expect(languageOf({ cookie, "accept-language": "es" })).toBe("ar");
    expect(languageOf({ cookie: `x${languageCookieName()}=ar`, "accept-language": "es" })).toBe("es");
    expect(languageOf({ cookie: `${languageCookieName()}=xx`, "accept-language": "es" })).toBe("es");
  });
});
