import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { exhaust } from "@/lib/limits/consume";
import { newAdmin } from "@/test/admin-parts";
import { inbox } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { auditExportEntry } from "./export-audit-events";
import { exportRecords, startExport } from "./start-export";

const entry = auditExportEntry({ names: ["logout", "code_sent"], from: new Date(0) });
const start = (staff: Awaited<ReturnType<typeof newAdmin>>) =>
  startExport({ ...staff, username: "ada.b" }, "users", entry);
const unproven = { ok: false, error: "REAUTHENTICATION_NEEDED" };
const entriesOf = (actorId: string) => db().auditEvent.findMany({ where: { actorId, name: "audit_exported" } });

describe("an export", () => {
  it("uses up a passkey's confirmation, and is in the audit trail before a row is read (R22)", async () => {
    const staff = await newAdmin({ role: "STAFF", act: exportRecords });
    expect(await start(staff)).toEqual({ ok: true, value: null });
    expect(await entriesOf(staff.id)).toMatchObject([
      {
        ip: staff.ip,
        userAgent: staff.userAgent,
        details: {
          actor: null,
          subject: null,
          events: "logout code_sent",
          from: "1970-01-01T00:00:00.000Z",
          to: null,
        },
      },
    ]);
    expect(await start(staff)).toEqual(unproven);
    expect(await entriesOf(staff.id)).toHaveLength(1);
  });

  it.each([
    ["nothing", { provenAt: null }],
    ["a passkey six minutes ago", { act: exportRecords, provenAt: new Date(Date.now() - 6 * 60_000) }],
    ["a passkey that confirmed another act", { act: "administer" as const }],
    ["a passkey that opened the dashboard", { act: "open-dashboard" as const }],
  ])("does not start after %s, and leaves no entry (R22)", async (_, kind) => {
    const admin = await newAdmin(kind);
    expect(await start(admin)).toEqual(unproven);
    expect(await entriesOf(admin.id)).toEqual([]);
  });

  it("requested ten times at once starts once", async () => {
    const admin = await newAdmin({ act: exportRecords });
    const started = await Promise.all(Array.from({ length: 10 }, () => start(admin)));
    expect(started.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entriesOf(admin.id)).toHaveLength(1);
  });

  it("stops at the daily limit, so that its mails cannot flood the other admins", async () => {
    const admin = await newAdmin({ act: exportRecords });
    await exhaust({ policy: "export.staff.day", subject: admin.id }, 60);
    expect(await start(admin)).toEqual({ ok: false, error: "EXPORTS_SPENT" });
    expect(await entriesOf(admin.id)).toEqual([]);
  });

  it("is reported only to the other admins", async () => {
    const [exporter, other, staff] = [
      await newAdmin({ act: exportRecords }),
      await newAdmin(),
      await newAdmin({ role: "STAFF" }),
    ];
    const others = { role: "ADMIN" as const, id: { notIn: [exporter.id, other.id] } };
    await db().user.updateMany({ where: others, data: { role: "CUSTOMER" } });
    const emailOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).email;
    expect(await start(exporter)).toEqual({ ok: true, value: null });
    for (const { id } of [exporter, other, staff]) await sendMailsOf(id);
    const subject = expect.stringMatching(/^Users were exported/);
    expect(await inbox.messages({ to: await emailOf(other.id) })).toMatchObject([{ subject }]);
    expect(await inbox.messages({ to: await emailOf(exporter.id) })).toEqual([]);
    expect(await inbox.messages({ to: await emailOf(staff.id) })).toEqual([]);
  });
});
