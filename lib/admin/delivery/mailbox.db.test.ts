import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { nameAuditPeople } from "@/lib/admin/list-audit-events";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { maskEmail } from "@/lib/identifier";
import { readSuppressions, type SuppressionList, suppressionLists } from "@/lib/mail/suppressions";
import { newAdmin } from "@/test/admin-parts";
import { beginLogin, createUser, inbox, newPerson } from "@/test/login-parts";
import { findMailbox, findMailboxByAddress, releaseMailbox } from "./mailbox";

const suppress = (list: SuppressionList, email: string) => inbox.suppress(defaultAccount.accountSid, list, email);
const reason = "The mailbox was moved";
const done = { ok: true, value: null };

async function listsOf(email: string) {
  const read = await readSuppressions(email);
  return read.ok ? read.value.map(({ list }) => list) : read.error;
}

const entriesOf = (actorId: string) =>
  db().auditEvent.findMany({ where: { actorId, name: "mailbox_release_requested" }, orderBy: { id: "asc" } });

describe("a mailbox", () => {
  it("is found by the address of an account, however it is typed, and named by the user", async () => {
    const { id, email, username } = await createUser();
    const name = await findMailboxByAddress(` ${email.toUpperCase()} `);
    expect(name).toEqual({ user: id });
    expect(await findMailbox({ user: id })).toEqual({
      name,
      address: email,
      shownAddress: email,
      user: { id, username },
    });
  });

  it("without an account is found by its last request, and shown masked", async () => {
    const { email } = newPerson();
    await beginLogin(email);
    const { challengeId } = await beginLogin(email);
    const name = await findMailboxByAddress(email);
    expect(name).toEqual({ request: challengeId });
    expect(await findMailbox({ request: challengeId })).toMatchObject({ shownAddress: maskEmail(email), user: null });
  });

  it("of a request whose address has an account is named by the user", async () => {
    const { id, email } = await createUser();
    const { challengeId } = await beginLogin(email);
    expect(await findMailbox({ request: challengeId })).toMatchObject({ name: { user: id }, shownAddress: email });
  });

  it("is not found by an address that nobody used, nor by unknown names", async () => {
    expect(await findMailboxByAddress(newPerson().email)).toBeNull();
    expect(await findMailboxByAddress("nobody")).toBeNull();
    expect(await findMailbox({ user: randomUUID() })).toBeNull();
    expect(await findMailbox({ request: "x".repeat(22) })).toBeNull();
  });
});

describe("a release", () => {
  it.each(suppressionLists)("takes the address off %s alone, and is in the trail with its reason", async (list) => {
    const admin = await newAdmin();
    const { id, email } = await createUser();
    for (const each of suppressionLists) await suppress(each, email);
    expect(await releaseMailbox(admin, { user: id }, list, reason)).toEqual(done);
    expect(await listsOf(email)).toEqual(suppressionLists.filter((each) => each !== list));
    const [entry] = await nameAuditPeople(await entriesOf(admin.id));
    expect(entry).toMatchObject({
      subject: { id },
      maskedIdentifier: maskEmail(email),
      details: { list, reason },
    });
  });

  it("of an address without an account has its reason in the trail too, for as long as the entry", async () => {
    const admin = await newAdmin();
    const { email } = newPerson();
    const { challengeId } = await beginLogin(email);
    await suppress("bounces", email);
    expect(await releaseMailbox(admin, { request: challengeId }, "bounces", reason)).toEqual(done);
    const [entry] = await nameAuditPeople(await entriesOf(admin.id));
    expect(entry).toMatchObject({ subject: null, maskedIdentifier: maskEmail(email), details: { reason } });
    expect(entry?.details).not.toHaveProperty("reasonId");
  });

  it("of an address that is on no such list changes nothing", async () => {
    const admin = await newAdmin();
    const { id } = await createUser();
    expect(await releaseMailbox(admin, { user: id }, "bounces", reason)).toEqual({ ok: false, error: "NOT_LISTED" });
    expect(await entriesOf(admin.id)).toEqual([]);
  });

  it("is refused before anything is written while SendGrid is down", async () => {
    const admin = await newAdmin();
    const { id, email } = await createUser();
    await suppress("bounces", email);
    const fault = await inbox.addFault({ preset: "sendgrid-down", to: email });
    expect(await releaseMailbox(admin, { user: id }, "bounces", reason)).toEqual({
      ok: false,
      error: "SENDGRID_SILENT",
    });
    expect(await entriesOf(admin.id)).toEqual([]);
    await inbox.clearFaults(fault.id);
    expect(await listsOf(email)).toEqual(["bounces"]);
  });

  it("that SendGrid does not confirm is told and in the trail, and may be tried again", async () => {
    const admin = await newAdmin();
    const { id, email } = await createUser();
    await suppress("bounces", email);
    const fault = await inbox.addFault({ match: { method: "DELETE", to: email }, action: { status: 503 } });
    expect(await releaseMailbox(admin, { user: id }, "bounces", reason)).toEqual({
      ok: false,
      error: "SENDGRID_SILENT",
    });
    expect(await entriesOf(admin.id)).toHaveLength(1);
    await inbox.clearFaults(fault.id);
    expect(await releaseMailbox(admin, { user: id }, "bounces", reason)).toEqual(done);
    expect(await listsOf(email)).toEqual([]);
  });

  it.each([
    ["NOT_ADMIN", { role: "STAFF" as const }],
    ["NO_PASSKEY", { hasPasskey: false }],
    ["REAUTHENTICATION_NEEDED", { provenAt: null }],
  ])("by somebody with %s leaves the address on the list (R33)", async (error, lack) => {
    const admin = await newAdmin(lack);
    const { id, email } = await createUser();
    await suppress("bounces", email);
    expect(await releaseMailbox(admin, { user: id }, "bounces", reason)).toEqual({ ok: false, error });
    expect(await listsOf(email)).toEqual(["bounces"]);
  });
});

it("the reply on a list is shown without the address", async () => {
  const { email } = newPerson();
  await suppress("bounces", email);
  const read = await readSuppressions(email);
  expect(read).toMatchObject({ ok: true, value: [{ list: "bounces", since: expect.any(Date) }] });
  expect(JSON.stringify(read)).not.toContain(email);
});

it.each([
  ["no key", undefined, "SUPPRESSION_KEY_MISSING"],
  ["a wrong key", "SG.wrong.key", "SUPPRESSION_KEY_REFUSED"],
])("with %s the lists are not read", async (_, key, error) => {
  const settings = env() as { SENDGRID_SUPPRESSION_KEY: string | undefined };
  const { SENDGRID_SUPPRESSION_KEY: own } = settings;
  settings.SENDGRID_SUPPRESSION_KEY = key;
  try {
    expect(await listsOf(newPerson().email)).toBe(error);
  } finally {
    settings.SENDGRID_SUPPRESSION_KEY = own;
  }
});
