import { describe, expect, it, vi } from "vitest";
import { shopConfig } from "@/shop.config";
import { isReservedUsername, readReservedNames, validUsername } from "./username";

describe("a reserved name", () => {
  it.each([
    "admin",
    "Root",
    "ADMIN.",
    "support-team",
    "Support_Team",
    "moderator",
    "moderator24",
    "postmaster",
    "post.master",
    "web-master",
    "ana.admin",
    `${shopConfig.name}_ana`,
    "customer.service",
    "help-desk",
    "abuse",
    "noc",
    "no-reply",
    "mailer-daemon",
    "\u200bsupport",
    "ａｄｍｉｎ",
  ])("is %j, however it is written", (name) => {
    expect(isReservedUsername(name)).toBe(true);
    expect(validUsername(name)).toBeNull();
  });

  it.each(["ana.lima", "administrata", "supporter", "homer", "modesto", "help_less", "rooted", "teamwork", "Ana-2"])(
    "is not %j",
    (name) => expect(validUsername(name)).toBe(name),
  );

  it("is also what the operator names", async () => {
    expect(readReservedNames(" Acme, acme-Care\nhelp.me ")).toEqual(["acme", "acmecare", "helpme"]);
    expect(readReservedNames(undefined)).toEqual([]);
    vi.resetModules();
    vi.stubEnv("RESERVED_USERNAMES", "acme,acme-care");
    const withSetting = await import("./username");
    expect(withSetting.isReservedUsername("Acme_Care1")).toBe(true);
    expect(withSetting.isReservedUsername("acmeist")).toBe(false);
    vi.unstubAllEnvs();
  });
});

it.each([
  ["\u200bana\u2060", "ana"],
  ["ana–lima", "ana-lima"],
  ["ana٢", "ana2"],
  ["  Ana ", "Ana"],
])("a username typed as %j is %j", (typed, username) => expect(validUsername(typed)).toBe(username));
