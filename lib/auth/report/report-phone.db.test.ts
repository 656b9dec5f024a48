import { describe, expect, it } from "vitest";
import { endSession, findLiveSession, type LiveSession } from "@/lib/auth/session/session-store";
import { db } from "@/lib/db/client";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { beginLogin, createUser, handIn, inbox, logIn, makeOlder, visitor } from "@/test/login-parts";
import { eventsOf, openTestSession } from "@/test/passkey-parts";
import { beginPhoneLogin } from "@/test/phone-parts";
import { verifyPhone } from "@/test/profile-parts";
import { reportNotMe } from "./report-not-me";

describe("a phone that an attacker verified", () => {
  it("logs no one in after the attacker's browser is reported, and its sessions are ended", async () => {
    const { user, session, browserId } = await strangerIn();
    const { address } = await verifyPhone(session);
    const byPhone = await logInByPhone(user.email, address);
    const owner = await logIn(user.email);
    expect(await reportNotMe(makeReportToken("browser", browserId), visitor)).toBe(true);
    expect(await phoneVerifiedOf(user.id)).toBeNull();
    expect(await findLiveSession(byPhone.sid)).toBeNull();
    expect(await db().trustedDevice.count({ where: { id: byPhone.browserId } })).toBe(0);
    expect(await findLiveSession(owner.sid)).not.toBeNull();
    expect(await eventsOf(user.id, "phone_reported")).toMatchObject([{ details: { sessions: 1 } }]);
  });

  it("is made unverified with the attacker's code, even after their logout", async () => {
    const { user, session, sid, challengeId } = await strangerIn();
    await verifyPhone(session);
    await endSession(sid, visitor);
    await reportNotMe(makeReportToken("challenge", challengeId), visitor);
    expect(await phoneVerifiedOf(user.id)).toBeNull();
  });

  it("is made unverified with the attacker's session", async () => {
    const { user, session } = await strangerIn();
    await verifyPhone(session);
    await reportNotMe(makeReportToken("session", session.id), visitor);
    expect(await phoneVerifiedOf(user.id)).toBeNull();
  });

  it("ends the sessions that it opened elsewhere when it is reported itself", async () => {
    const { session, reportToken, address } = await verifyPhone();
    const byPhone = await logInByPhone(session.user.email, address);
    await reportNotMe(reportToken, visitor);
    expect(await findLiveSession(byPhone.sid)).toBeNull();
    expect(await db().trustedDevice.count({ where: { id: byPhone.browserId } })).toBe(0);
  });
});

describe("a phone that the owner verified", () => {
  it("stays verified if an attacker's session is reported", async () => {
    const { user, browserId } = await strangerIn();
    await verifyPhone(await openTestSession(user.id));
    await reportNotMe(makeReportToken("browser", browserId), visitor);
    expect(await phoneVerifiedOf(user.id)).not.toBeNull();
  });

  it("stays verified if it was verified before the attacker logged in", async () => {
    const { session } = await verifyPhone();
    const { user } = session;
    await endOf(session);
    const { browserId } = await strangerIn(user);
    await reportNotMe(makeReportToken("browser", browserId), visitor);
    expect(await phoneVerifiedOf(user.id)).not.toBeNull();
  });

  it("stays verified if an attacker requested a code and never logged in", async () => {
    const { session } = await verifyPhone();
    const { user } = session;
    await endOf(session);
    const asked = await beginLogin(user.email);
    await makeOlder(asked.challengeId, 60);
    await reportNotMe(makeReportToken("challenge", asked.challengeId), visitor);
    expect(await phoneVerifiedOf(user.id)).not.toBeNull();
  });
});

/** Somebody who read the mailbox for a moment. */
async function strangerIn(user?: { id: string; email: string }) {
  const member = user ?? (await createUser());
  const begun = await beginLogin(member.email);
  const opened = await handIn(await inbox.latestCode(member.email), begun);
  if (!opened.ok) throw new Error("The stranger is not in.");
  const { sid, browserId } = opened.value;
  const session = await findLiveSession(sid);
  if (session === null) throw new Error("The stranger is not in.");
  return { user: member, session, sid, browserId, challengeId: begun.challengeId };
}

async function logInByPhone(email: string, phone: string) {
  const login = await beginPhoneLogin(email);
  const opened = await handIn(await inbox.latestCode(phone), login);
  if (!opened.ok) throw new Error("The phone opened nothing.");
  return opened.value;
}

async function endOf(session: LiveSession) {
  await db().session.delete({ where: { id: session.id } });
}

async function phoneVerifiedOf(id: string) {
  return (await db().user.findUniqueOrThrow({ where: { id } })).phoneVerified;
}
