import { describe, expect, it } from "vitest";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { inbox, newPerson, visitor } from "@/test/login-parts";
import { reportTokenInMail, sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, openTestSession } from "@/test/passkey-parts";
import { changeUsername, findNextRename } from "./change-username";

describe("a new username", () => {
  it("is unique in any letter case, also for two simultaneous requests", async () => {
    const [first, second] = [await openTestSession(), await openTestSession()];
    const { username } = newPerson();
    const upper = username.toUpperCase();
    const changed = await Promise.all([
      changeUsername(first, username, visitor),
      changeUsername(second, upper, visitor),
    ]);
    expect(changed.map((each) => (each.ok ? "changed" : each.error)).sort()).toEqual(["USERNAME_TAKEN", "changed"]);
    expect(await db().user.count({ where: { usernameKey: username } })).toBe(1);
  });

  it("can be the current one in another letter case", async () => {
    const session = await openTestSession();
    const upper = session.user.username.toUpperCase();
    expect(await changeUsername(session, upper, visitor)).toMatchObject({ ok: true });
    expect(await rowOf(session)).toMatchObject({ username: upper, usernameKey: session.user.username });
  });

  it("can be chosen twice in thirty days, without counting refusals", async () => {
    const [session, other] = [await openTestSession(), await openTestSession()];
    const taken = await changeUsername(session, other.user.username, visitor);
    expect(taken).toEqual({ ok: false, error: "USERNAME_TAKEN" });
    expect(await changeUsername(session, session.user.username, visitor)).toEqual({
      ok: false,
      error: "USERNAME_UNCHANGED",
    });
    expect(await changeUsername(session, newPerson().username, visitor)).toMatchObject({ ok: true });
    expect(await findNextRename(session.user.id)).toBeNull();
    expect(await changeUsername(session, newPerson().username, visitor)).toMatchObject({ ok: true });
    const again = newPerson().username;
    expect(await changeUsername(session, again, visitor)).toEqual({ ok: false, error: "USERNAME_CHANGES_SPENT" });
    const next = await findNextRename(session.user.id);
    expect(Math.round(((next?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(30);
    expect((await rowOf(session)).username).not.toBe(again);
    const noted = await db().auditEvent.findMany({ where: { name: "limit_reached" }, select: { details: true } });
    const [limit] = noted.filter(({ details }) => JSON.stringify(details).includes("username.user.month"));
    expect(limit).toBeDefined();
  });

  it("is changed at most twice when requested ten times at once", async () => {
    const session = await openTestSession();
    const changed = await Promise.all(
      Array.from({ length: 10 }, () => changeUsername(session, newPerson().username, visitor)),
    );
    expect(changed.filter(({ ok }) => ok)).toHaveLength(2);
  });

  it("is changed, counted and reported once when one click arrives twice", async () => {
    const session = await openTestSession();
    const { username } = newPerson();
    const changed = await Promise.all([1, 2, 3].map(() => changeUsername(session, username, visitor)));
    expect(changed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findNextRename(session.user.id)).toBeNull();
  });

  it("makes the old one available at once", async () => {
    const [session, other] = [await openTestSession(), await openTestSession()];
    await changeUsername(session, newPerson().username, visitor);
    expect(await changeUsername(other, session.user.username, visitor)).toMatchObject({ ok: true });
  });

  it("is refused to a session that has ended", async () => {
    const session = await openTestSession();
    await db().session.delete({ where: { id: session.id } });
    expect(await changeUsername(session, newPerson().username, visitor)).toEqual({ ok: false, error: "SESSION_ENDED" });
    expect((await rowOf(session)).username).toBe(session.user.username);
  });

  it("is recorded without either name, and reported by an email whose link ends that session (R33)", async () => {
    const session = await openTestSession();
    const { username } = newPerson();
    const changed = await changeUsername(session, username, visitor);
    if (!changed.ok) throw new Error(changed.error);
    const events = await eventsOf(session.user.id, "username_changed");
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(
      new RegExp(`${username}|${session.user.username}`),
    );
    const reportToken = await reportTokenInMail(session.user.id);
    await sendMailsOf(session.user.id);
    const mail = await inbox.waitForMessage({ to: session.user.email, subject: "Your username was changed" });
    expect(mail.text).toContain(`/not-me/${reportToken}`);
    expect(mail.text).not.toContain(username);
    await reportNotMe(reportToken, visitor);
    expect(await db().session.count({ where: { id: session.id } })).toBe(0);
  });
});

async function rowOf({ user }: LiveSession) {
  return await db().user.findUniqueOrThrow({ where: { id: user.id } });
}
