import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { newAdmin } from "@/test/admin-parts";
import { createUser, newPerson } from "@/test/login-parts";
import { deleteUser } from "./delete-user";
import { disableUser, enableUser } from "./disable-user";
import { listAuditEvents } from "./list-audit-events";
import { beginRecovery } from "./recover-account";

const text = "Her neighbour called and says that she moved";

it("the dashboard shows why an account was changed, and the reasons are deleted with the account (R41)", async () => {
  const admin = await newAdmin();
  const { id, username } = await createUser();
  await disableUser(admin, id, text);
  await enableUser(admin, id, text);
  await beginRecovery(admin, id, { newEmail: newPerson().email, reason: text });
  const shown = async () =>
    JSON.stringify((await listAuditEvents({ subjectId: id })).events.map(({ details }) => details));
  expect((await shown()).split(text)).toHaveLength(4);

  const trail = await db().auditEvent.findMany({ where: { subjectId: id } });
  expect(trail.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["user_disabled", "user_enabled", "recovery_started"]),
  );
  expect(JSON.stringify(trail.map(({ details }) => details))).not.toContain("neighbour");

  expect(await deleteUser(admin, id, username)).toMatchObject({ ok: true });
  expect(await db().changeReason.count({ where: { userId: id } })).toBe(0);
  expect(await shown()).not.toContain("neighbour");
});
