import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { runDailyJob } from "@/lib/jobs/daily-job";
import { lockProfile } from "@/lib/users/locks";
import { newAdmin } from "@/test/admin-parts";
import { createUser, newPerson } from "@/test/login-parts";
import { openTestSession } from "@/test/passkey-parts";
import { askForText, moveTo, undoByMail } from "@/test/profile-parts";
import { whileOpen } from "@/test/while-open";
import { deleteUser } from "./delete-user";
import { editUser } from "./edit-user";

it("after an admin changed an account's email, no earlier link restores an older one", async () => {
  const { moved } = await moveTo();
  const { username, phone } = await rowOf(moved.userId);
  const given = newPerson().email;
  expect(await editUser(await newAdmin(), moved.userId, { username, phone, email: given })).toMatchObject({ ok: true });
  expect(await undoByMail(moved.undoToken)).toBe(false);
  expect((await rowOf(moved.userId)).email).toBe(given);
});

it("an address that an account recently left is also refused in an admin's edit of another account", async () => {
  const { moved } = await moveTo();
  const { id, username, phone } = await createUser();
  const edited = await editUser(await newAdmin(), id, { username, phone, email: moved.oldEmail });
  expect(edited).toEqual({ ok: false, error: "EMAIL_TAKEN" });
});

it("when an admin's edit and an undo happen at once, the later counts, and no session is left", async () => {
  for (let round = 0; round < 3; round++) {
    const { moved } = await moveTo();
    const { username, phone } = await rowOf(moved.userId);
    const given = newPerson().email;
    const admin = await newAdmin();
    const edit = editUser(admin, moved.userId, { username, phone, email: given });
    const [edited] = await Promise.all([edit, undoByMail(moved.undoToken)]);
    expect(edited).toMatchObject({ ok: true });
    expect((await rowOf(moved.userId)).email).toBe(given);
    expect(await db().session.count({ where: { userId: moved.userId } })).toBe(0);
  }
});

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
it("an undo waits for a concurrent email change, and changes nothing that it has closed", async () => {
  const { moved } = await moveTo();
  const isUndone = await whileOpen(
    async (transaction) => await lockProfile(transaction, moved.userId),
    async () => await undoByMail(moved.undoToken),
    async (transaction) => await transaction.emailChange.deleteMany({ where: { userId: moved.userId } }),
  );
  expect(isUndone).toBe(false);
  expect((await rowOf(moved.userId)).email).toBe(moved.newEmail);
});

it("email changes that can no longer be undone are deleted with the old records", async () => {
  const [old, young] = [await moveTo(), await moveTo()];
  const past = new Date(Date.now() - 1_000);
  await db().emailChange.updateMany({ where: { userId: old.moved.userId }, data: { undoableUntil: past } });
  expect((await runDailyJob()).done.emailChange).toBeGreaterThan(0);
  expect(await db().emailChange.count({ where: { userId: old.moved.userId } })).toBe(0);
  expect(await db().emailChange.count({ where: { userId: young.moved.userId } })).toBe(1);
});

it("the former addresses and entered phones of a deleted user are deleted too", async () => {
  const session = await openTestSession();
  const text = await askForText(session);
  const { moved } = await moveTo(session);
  expect(await deleteUser(await newAdmin(), moved.userId, session.user.username)).toMatchObject({ ok: true });
  expect(await db().emailChange.count({ where: { oldEmail: moved.oldEmail } })).toBe(0);
  const addresses = [text.address, moved.oldEmail, moved.newEmail];
  expect(await db().challenge.count({ where: { address: { in: addresses } } })).toBe(0);
});

async function rowOf(id: string) {
  return await db().user.findUniqueOrThrow({ where: { id } });
}
