import { expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { maskEmail } from "@/lib/identifier";
import { runDailyJob } from "@/lib/jobs/daily-job";
import { givePasskey, newAdmin, trailOf } from "@/test/admin-parts";
import { beginLogin, beginRegistration, createUser, handIn, inbox, logIn, newPerson } from "@/test/login-parts";
import { sendDeletionMailOf } from "@/test/outbox-parts";
import { keepByMail } from "@/test/pending-deletion-parts";
import { newPhone } from "@/test/phone-parts";
import { changeRole } from "./change-role";
import { deleteDueUsers, deleteUser } from "./delete-user";
import { endUserSessions } from "./end-user-sessions";

const dayMs = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs);

it("a user who asked for deletion seven days ago is deleted, and other users are not", async () => {
  const due = await pendingDeletionSince(daysAgo(7.001));
  const later = await pendingDeletionSince(daysAgo(6.99));
  const staying = await createUser();
  const { done: deleted } = await runDailyJob();
  expect(deleted.userPendingDeletion).toBeGreaterThanOrEqual(1);
  const left = await db().user.findMany({ where: { id: { in: [due.id, later.id, staying.id] } } });
  expect(left.map(({ id }) => id).sort()).toEqual([later.id, staying.id].sort());
  expect((await trailOf(due.id)).at(-1)).toEqual({
    name: "account_deleted",
    actorId: null,
    details: null,
    maskedIdentifier: maskEmail(due.email),
  });
});

it.each(["the daily job", "an admin"])("%s leaves personal data only in the masked audit trail", async (who) => {
  const user = await createUser({ ...newPerson(), phone: newPhone() });
  await logIn(user.email);
  await givePasskey(user.id);
  await db().challenge.create({
    data: {
      id: `${user.id} before`,
      purpose: "STEP_UP",
      userId: user.id,
      address: `before-${user.email}`,
      browserKeyHash: "",
      expiresAt: new Date(),
    },
  });
  await db().account.create({
    data: { userId: user.id, type: "oidc", provider: "test", providerAccountId: user.id },
  });
  const person = [user.id, user.email, user.username, user.phone];
  expect(Object.keys(await tablesWith(person))).toEqual(
    expect.arrayContaining(["Account", "AuditEvent", "Authenticator", "Challenge", "KnownBrowser", "Session", "User"]),
  );
  if (who === "an admin") {
    await deleteUser(await newAdmin(), user.id, user.username);
    await sendDeletionMailOf(user.id);
  } else {
    await db().user.update({ where: { id: user.id }, data: { deletionAskedAt: daysAgo(8) } });
    await runDailyJob();
  }
  const left = await tablesWith(person);
  // The row of the mail about an admin's deletion keeps the id of the user, and nothing else once it was sent.
  expect(Object.keys(left)).toEqual(who === "an admin" ? ["AuditEvent", "OutboxMail"] : ["AuditEvent"]);
  for (const clear of [user.email, user.username, user.phone]) expect(JSON.stringify(left)).not.toContain(clear);
});

it("username and email are reserved until the user is deleted, and free after that", async () => {
  const user = await pendingDeletionSince(daysAgo(6));
  const person = { ...newPerson(), username: user.username };
  await expect(beginRegistration(person)).rejects.toThrow("USERNAME_TAKEN");
  await db().user.update({ where: { id: user.id }, data: { deletionAskedAt: daysAgo(8) } });
  await runDailyJob();
  const anew = { ...newPerson(), username: user.username, email: user.email };
  const asked = await beginRegistration(anew);
  expect(await handIn(await inbox.latestCode(anew.email), asked)).toMatchObject({ value: { outcome: "REGISTERED" } });
});

it("two simultaneous jobs delete a user once", async () => {
  const user = await pendingDeletionSince(daysAgo(8));
  await Promise.all([deleteDueUsers(daysAgo(7), null), deleteDueUsers(daysAgo(7), null)]);
  expect((await trailOf(user.id)).filter(({ name }) => name === "account_deleted")).toHaveLength(1);
});

it("a user who keeps the account while the job runs is either kept or deleted, never both", async () => {
  for (let round = 0; round < 5; round++) {
    const user = await pendingDeletionSince(daysAgo(8));
    const [kept] = await Promise.all([keepByMail(user), deleteDueUsers(daysAgo(7), null)]);
    const names = (await trailOf(user.id)).map(({ name }) => name);
    expect(await db().user.count({ where: { id: user.id } })).toBe(kept ? 1 : 0);
    expect(names).toEqual([kept ? "deletion_undone" : "account_deleted"]);
  }
});

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
it("a user whom an admin changes while the job runs is deleted too, without a deadlock", async () => {
  const admin = await newAdmin();
  for (let round = 0; round < 20; round++) {
    const user = await pendingDeletionSince(daysAgo(8));
    await beginLogin(user.email);
    const job = deleteDueUsers(daysAgo(7), null);
    await Promise.all([endUserSessions(admin, user.id), job, changeRole(admin, user.id, "STAFF")]);
    await deleteDueUsers(daysAgo(7), null);
    expect(await db().user.count({ where: { id: user.id } })).toBe(0);
  }
});

it("a user who cannot be deleted does not stop other deletions, and the job reports it", async () => {
  const users = [
    await pendingDeletionSince(daysAgo(9)),
    await pendingDeletionSince(daysAgo(8.5)),
    await pendingDeletionSince(daysAgo(8)),
  ];
  const [stuck, ...others] = users.map(({ id }) => id).sort();
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await db().$executeRawUnsafe(`
    CREATE FUNCTION "refuse_for_test"() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused'; END; $$ LANGUAGE plpgsql`);
  await db().$executeRawUnsafe(`
    CREATE TRIGGER "refused_for_test" BEFORE DELETE ON "User" FOR EACH ROW WHEN (OLD."id" = '${stuck}')
    EXECUTE FUNCTION "refuse_for_test"()`);
  try {
    expect(await runDailyJob()).toMatchObject({ state: "failed", failed: ["userPendingDeletion"] });
  } finally {
    await db().$executeRawUnsafe(`DROP FUNCTION "refuse_for_test" CASCADE`);
  }
  expect(log.mock.calls.filter(([line]) => String(line).includes("leaving_user_not_deleted"))).toHaveLength(1);
  log.mockRestore();
  expect(await db().user.count({ where: { id: { in: others } } })).toBe(0);
  expect(await db().user.count({ where: { id: stuck } })).toBe(1);
  await runDailyJob();
  expect(await db().user.count({ where: { id: stuck } })).toBe(0);
});

it("an admin who asked for deletion is deleted like any user", async () => {
  const [leaving] = [await newAdmin(), await newAdmin()];
  await db().user.update({ where: { id: leaving.id }, data: { deletionAskedAt: daysAgo(8) } });
  await runDailyJob();
  expect(await db().user.count({ where: { id: leaving.id } })).toBe(0);
});

async function pendingDeletionSince(deletionAskedAt: Date) {
  const { id, email, username } = await createUser();
  await db().user.update({ where: { id }, data: { deletionAskedAt } });
  return { id, email, username, deletionAskedAt };
}

/** The rows in which any of these words stands, as text, by table. */
async function tablesWith(words: string[]): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ row: string }[]>(`SELECT row::text AS "row" FROM "${name}" row`);
    const hits = rows.filter(({ row }) => words.some((word) => row.includes(word)));
    if (hits.length > 0) found[name] = hits.map(({ row }) => row).join("\n");
  }
  return found;
}
