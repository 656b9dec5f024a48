import { describe, expect, it } from "vitest";
import { findLiveSession, type LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { TooManyRequests } from "@/lib/http/too-many-requests";
import { createUser, inbox, logIn, newPerson, visitor } from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { eventsOf, openTestSession } from "@/test/passkey-parts";
import { changeLanguage } from "./change-language";

const madrid = { locale: "es", timeZone: "Europe/Madrid" };

describe("language and time zone in the profile", () => {
  it("are saved, and nothing else of the user changes", async () => {
    const session = await openTestSession();
    const { locale: _, timeZone: __, updatedAt: ___, ...before } = await rowOf(session);
    expect(await changeLanguage(session, madrid, visitor)).toEqual({
      ok: true,
      value: { locale: "es", isMailed: false },
    });
    expect(await rowOf(session)).toMatchObject({ ...before, ...madrid });
  });

  it("are saved under the current name of the place, also if the form sends an old one", async () => {
    const session = await openTestSession();
    await changeLanguage(session, { locale: "en", timeZone: "Asia/Calcutta" }, visitor);
    expect(await rowOf(session)).toMatchObject({ timeZone: "Asia/Kolkata" });
  });

  it("apply to the next request of every session", async () => {
    const session = await openTestSession();
    const other = await openTestSession(session.user.id);
    await changeLanguage(session, madrid, visitor);
    const { sessionToken } = await db().session.findUniqueOrThrow({ where: { id: other.id } });
    expect((await findLiveSession(sessionToken))?.user).toMatchObject(madrid);
  });

  it("are reported to the owner in the earlier language, with a link that ends the session", async () => {
    const session = await refreshed(await openTestSession(), madrid);
    const changed = await changeLanguage(session, { locale: "ar" }, visitor);
    expect(changed).toMatchObject({ ok: true, value: { isMailed: true } });
    await sendMailsOf(session.user.id);
    const { subject, text } = await inbox.waitForMessage({ to: session.user.email });
    expect(subject).toContain("Tu idioma ha cambiado");
    expect(text).toContain("/not-me/");
    const again = await refreshed(session, { locale: "ar", timeZone: "Asia/Tokyo" });
    expect(again.user.locale).toBe("ar");
    expect(await changeLanguage(again, { locale: "ar", timeZone: "" }, visitor)).toMatchObject({
      ok: true,
      value: { isMailed: false },
    });
  });

  it("are reported at most twice a day, so that a stolen session cannot bury other warnings", async () => {
    let session = await refreshed(await openTestSession(), madrid);
    const told = [];
    for (const locale of ["ar", "es", "ar", "es"]) {
      const changed = await changeLanguage(session, { locale }, visitor);
      told.push(changed.ok && changed.value.isMailed);
      session = { ...session, user: { ...session.user, locale } };
    }
    expect(told).toEqual([true, true, false, false]);
    expect(await rowOf(session)).toMatchObject({ locale: "es" });
  });

  it("can be reset: an empty time zone means UTC, and a missing one changes nothing", async () => {
    const session = await refreshed(await openTestSession(), madrid);
    await changeLanguage(session, { locale: "ar" }, visitor);
    expect(await rowOf(session)).toMatchObject({ locale: "ar", timeZone: "Europe/Madrid" });
    await changeLanguage(session, { locale: "ar", timeZone: "" }, visitor);
    expect(await rowOf(session)).toMatchObject({ locale: "ar", timeZone: null });
  });

  it.each([
    [{ locale: "fr", timeZone: "" }, "LOCALE_UNKNOWN"],
    [{ locale: "", timeZone: "" }, "LOCALE_UNKNOWN"],
    [{ locale: "es", timeZone: "Europe/Atlantis" }, "TIME_ZONE_UNKNOWN"],
    [{ locale: "es", timeZone: "+02:00" }, "TIME_ZONE_UNKNOWN"],
  ])("must be offered by the shop: %j is refused as a whole", async (choice, error) => {
    const session = await openTestSession();
    expect(await changeLanguage(session, choice, visitor)).toEqual({ ok: false, error });
    expect(await rowOf(session)).toMatchObject({ locale: null, timeZone: null });
    expect(await eventsOf(session.user.id, "language_changed")).toEqual([]);
  });

  it("are in the audit trail without their values, and only if they changed", async () => {
    const session = await refreshed(await openTestSession(), madrid);
    await changeLanguage(session, madrid, visitor);
    const events = await eventsOf(session.user.id, "language_changed");
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toMatch(
      /Madrid|"es"/,
    );
  });

  it("are not changed by a session that has ended", async () => {
    const session = await openTestSession();
    await db().session.delete({ where: { id: session.id } });
    expect(await changeLanguage(session, madrid, visitor)).toEqual({ ok: false, error: "SESSION_ENDED" });
    expect(await rowOf(session)).toMatchObject({ locale: null, timeZone: null });
  });

  it("can be changed at most sixty times an hour, so that no one fills the audit trail", async () => {
    const session = await openTestSession();
    let changes = 0;
    await expect(async () => {
      for (; changes < 100; changes++) await changeLanguage(session, { locale: "es" }, visitor);
    }).rejects.toThrow(TooManyRequests);
    expect(changes).toBe(60);
    expect(await eventsOf(session.user.id, "language_changed")).toHaveLength(60);
  });
});

describe("a login", () => {
  it("gives an account without a language the language of the login, once", async () => {
    const person = newPerson();
    const { id, updatedAt } = await createUser(person);
    expect(await logIn(person.email)).toMatchObject({ locale: "en" });
    expect(await db().user.findUniqueOrThrow({ where: { id } })).toMatchObject({ locale: "en", updatedAt });
    await db().user.update({ where: { id }, data: { locale: "ar" } });
    expect(await logIn(person.email)).toMatchObject({ locale: "ar" });
    expect((await db().user.findUniqueOrThrow({ where: { id } })).locale).toBe("ar");
    expect(await eventsOf(id, "language_changed")).toEqual([]);
  });

  it("replaces an account's language that the shop no longer has", async () => {
    const person = newPerson();
    const { id } = await createUser(person);
    await db().user.update({ where: { id }, data: { locale: "xx" } });
    expect(await logIn(person.email)).toMatchObject({ locale: "en" });
    expect((await db().user.findUniqueOrThrow({ where: { id } })).locale).toBe("en");
  });
});

/** The session as it is read after a change. */
async function refreshed(session: LiveSession, choice: { locale: string; timeZone: string }): Promise<LiveSession> {
  await changeLanguage(session, choice, visitor);
  return { ...session, user: { ...session.user, ...choice } };
}

async function rowOf({ user }: LiveSession) {
  return await db().user.findUniqueOrThrow({ where: { id: user.id } });
}
