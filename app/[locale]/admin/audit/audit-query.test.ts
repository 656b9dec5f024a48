import { describe, expect, it } from "vitest";
import { auditHref, readAuditQuery, timesOf } from "./audit-query";

describe("the URL of the audit trail", () => {
  it("is read into a filter, and the filter gives the same URL", () => {
    const query = readAuditQuery({
      actor: " ada ",
      subject: "",
      event: ["logout", "login_succeeded"],
      from: "2026-11-01",
      to: "2026-11-23T14:02",
    });
    expect(query).toEqual({
      actor: "ada",
      events: ["login_succeeded", "logout"],
      from: "2026-11-01",
      to: "2026-11-23T14:02",
      notes: [],
    });
    expect(auditHref(query)).toBe(
      "/admin/audit?actor=ada&from=2026-11-01&to=2026-11-23T14%3A02&event=login_succeeded&event=logout",
    );
  });

  it("includes the whole last minute, second or day, in UTC", () => {
    expect(timesOf({ from: "2026-11-01", to: "2026-11-23T14:02" })).toEqual({
      from: new Date("2026-11-01T00:00:00Z"),
      to: new Date("2026-11-23T14:03:00Z"),
    });
    expect(timesOf({ to: "2026-12-31" }).to).toEqual(new Date("2027-01-01T00:00:00Z"));
    expect(timesOf({ to: "2026-11-23T14:02:31" }).to).toEqual(new Date("2026-11-23T14:02:32Z"));
  });

  it.each([
    "yesterday",
    "2026-02-31",
    "2026-13-01",
    "2026-11-23T25:00",
    "1969-01-01",
    "9999999-01-01",
    "2026-11-23T14:02+02:00",
    "' OR 1=1",
  ])("ignores the time %j, and says so", (from) => {
    const query = readAuditQuery({ from });
    expect(query.from).toBeUndefined();
    expect(query.notes).toEqual(["FROM_UNREADABLE"]);
  });

  it("ignores an unknown event, and says so", () => {
    const query = readAuditQuery({ event: ["logout", "__proto__"] });
    expect(query.events).toEqual(["logout"]);
    expect(query.notes).toEqual(["EVENT_UNKNOWN"]);
  });

  it("says that nothing matches when the start is later than the end", () => {
    expect(readAuditQuery({ from: "2026-11-02", to: "2026-11-01" }).notes).toEqual(["FROM_AFTER_UNTIL"]);
  });
});
