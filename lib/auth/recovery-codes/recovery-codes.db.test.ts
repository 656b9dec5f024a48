import { describe, expect, it } from "vitest";
import { readReauthentication } from "@/lib/auth/access/change-in-session";
import { findReport } from "@/lib/auth/report/find-report";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { endAllSessions } from "@/lib/auth/session/end-sessions";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { finishRecoveryStepUp } from "@/lib/auth/step-up/finish-step-up";
import { db } from "@/lib/db/client";
import { describeError } from "@/lib/log";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { hasReauthenticated } from "@/lib/step-up/re-authentication";
import { codeActions } from "@/lib/step-up/sensitive-actions";
import { inbox, logIn, newBrowser, visitor } from "@/test/login-parts";
import { reportTokenInMail, sendMailsOf } from "@/test/outbox-parts";
import { addPasskeyTo, eventsOf, memberWithPasskey, openTestSession, proveNow } from "@/test/passkey-parts";
import { logInByCode, memberWithCodes, refusedCode, typed } from "@/test/recovery-parts";
import { newRecoveryCode } from "./recovery-code";
import { areOwnRecoveryCodes, makeRecoveryCodes, readRecoveryCodes } from "./recovery-codes";

const unproven = { ok: false, error: "REAUTHENTICATION_NEEDED" };

describe("making recovery codes", () => {
  it("needs a re-authentication for it, and uses it up", async () => {
    const session = await openTestSession();
    await proveNow(session, "add-passkey");
    expect(await makeRecoveryCodes(session, visitor)).toEqual(unproven);
    await proveNow(session, "make-recovery-codes");
    expect(await makeRecoveryCodes(session, visitor)).toMatchObject({ ok: true });
    expect(await makeRecoveryCodes(session, visitor)).toEqual(unproven);
    expect(await readRecoveryCodes(session.user.id)).toMatchObject({ left: 10 });
  });

  it("pressed eight times at once makes ten codes", async () => {
    const session = await openTestSession();
    await proveNow(session, "make-recovery-codes");
    const made = await Promise.all(Array.from({ length: 8 }, () => makeRecoveryCodes(session, visitor)));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().recoveryCode.count({ where: { userId: session.user.id } })).toBe(10);
  });

  it("needs a passkey from an admin who has had one, and accepts no code by email (R22)", async () => {
    const { session } = await memberWithPasskey();
    await db().user.update({ where: { id: session.user.id }, data: { role: "ADMIN" } });
    await proveNow(session, "make-recovery-codes");
    expect(await makeRecoveryCodes(session, visitor)).toEqual(unproven);
    expect(await readReauthentication(session, "make-recovery-codes")).toEqual({
      act: "administer",
      needsPasskey: true,
      isReauthenticated: false,
    });
    await proveNow(session, "administer");
    expect(await makeRecoveryCodes(session, visitor)).toMatchObject({ ok: true });
  });

  it("invalidates earlier ones", async () => {
    const { user, session, code, second } = await memberWithCodes();
    expect((await logInByCode(user.email, code)).ok).toBe(true);
    expect(await readRecoveryCodes(user.id)).toMatchObject({ left: 9 });
    await proveNow(session, "make-recovery-codes");
    const again = await makeRecoveryCodes(session, visitor);
    expect(await readRecoveryCodes(user.id)).toMatchObject({ left: 10 });
    expect(await logInByCode(user.email, second)).toEqual(refusedCode);
    expect((await logInByCode(user.email, (again.ok && again.value.codes[0]) || "")).ok).toBe(true);
    expect((await eventsOf(user.id, "recovery_codes_made")).map(({ details }) => details)).toEqual([
      { isRenewal: false },
      { isRenewal: true },
    ]);
  });

  it("leaves no code in any table, with or without dashes (R10)", async () => {
    const { made } = await memberWithCodes();
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = 'public'`;
    for (const { name } of tables) {
      const [row] = await db().$queryRawUnsafe<{ text: string | null }[]>(
        `SELECT string_agg(row::text, ' ') AS "text" FROM "${name}" row`,
      );
      for (const code of made.codes) {
        expect(row?.text ?? "", name).not.toContain(code);
        expect(row?.text ?? "", name).not.toContain(code.replaceAll("-", ""));
      }
    }
  });

  it("stores no code in clear, because the database refuses it (R10)", async () => {
    const { user, code } = await memberWithCodes();
    const row = { userId: user.id, codeHash: code, addedInSession: "x" };
    const refusal = await db()
      .recoveryCode.create({ data: row })
      .catch((error) => error);
    expect(String(refusal)).toContain("RecoveryCode_codeHash_check");
    expect(JSON.stringify(describeError(refusal))).not.toContain(code);
  });

  it("gives a file with exactly the ten unused codes of the member", async () => {
    const { user, made, code } = await memberWithCodes();
    const other = await memberWithCodes();
    expect(await areOwnRecoveryCodes(user.id, made.codes)).toBe(true);
    expect(await areOwnRecoveryCodes(other.user.id, made.codes)).toBe(false);
    expect(await areOwnRecoveryCodes(user.id, made.codes.slice(1))).toBe(false);
    expect(await areOwnRecoveryCodes(user.id, [...made.codes.slice(1), newRecoveryCode()])).toBe(false);
    expect(await areOwnRecoveryCodes(user.id, [...made.codes.slice(1), made.codes[1] ?? ""])).toBe(false);
    expect(await areOwnRecoveryCodes(user.id, ["<script>", ...made.codes])).toBe(false);
    await logInByCode(user.email, code);
    expect(await areOwnRecoveryCodes(user.id, made.codes)).toBe(false);
  });
});

describe("a recovery code that confirms an action", () => {
  it.each(codeActions)("confirms %s in this session once, and nothing else (R33)", async (act) => {
    const { user, session, code } = await memberWithCodes();
    const other = await openTestSession(user.id);
    expect(await finishRecoveryStepUp({ act, code: typed(code) }, session, visitor)).toMatchObject({ ok: true });
    for (const each of [...codeActions, "administer" as const]) {
      expect(await hasReauthenticated(session.id, each), each).toBe(each === act);
      expect(await hasReauthenticated(other.id, each)).toBe(false);
    }
    expect(await finishRecoveryStepUp({ act, code: typed(code) }, other, visitor)).toEqual(refusedCode);
    expect(await logInByCode(user.email, code)).toEqual(refusedCode);
    const [event] = await eventsOf(user.id, "step_up_proven");
    expect(event).toMatchObject({ actorId: user.id, details: { act, method: "RECOVERY_CODE" } });
  });

  it("entered twenty times at once, to confirm and to log in, is accepted once (R3)", async () => {
    const { user, session, code } = await memberWithCodes();
    const act = "end-sessions";
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? finishRecoveryStepUp({ act, code: typed(code) }, session, visitor)
          : logInByCode(user.email, code),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("works only for its owner, and wrong ones are counted by session and recorded in the audit trail", async () => {
    const { user, session } = await memberWithCodes();
    const other = await memberWithCodes();
    const attempt = { act: "end-sessions" as const, code: typed(other.code) };
    for (let guess = 0; guess < 20; guess++) {
      expect(await finishRecoveryStepUp(attempt, session, visitor)).toEqual(refusedCode);
    }
    await expect(finishRecoveryStepUp(attempt, session, visitor)).rejects.toThrow();
    expect(await eventsOf(user.id, "recovery_code_rejected")).toHaveLength(20);
    const elsewhere = await openTestSession(user.id);
    const right = { ...attempt, code: typed((await memberWithCodesOf(elsewhere)).code) };
    expect(await finishRecoveryStepUp(right, elsewhere, visitor)).toMatchObject({ ok: true });
    expect((await logInByCode(other.user.email, other.code)).ok).toBe(true);
  });

  it("is not used up for a session that has ended", async () => {
    const { user, session, code } = await memberWithCodes();
    await db().session.delete({ where: { id: session.id } });
    const attempt = { act: "end-sessions" as const, code: typed(code) };
    expect(await finishRecoveryStepUp(attempt, session, visitor)).toEqual(refusedCode);
    expect((await logInByCode(user.email, code)).ok).toBe(true);
  });
});

describe("recovery codes and what ends access", () => {
  it("'log out everywhere' also ends a login by recovery code that is finishing", async () => {
    const { user, session, code } = await memberWithCodes();
    await proveNow(session, "end-sessions");
    const [login] = await Promise.all([logInByCode(user.email, code), endAllSessions(session, visitor)]);
    const left = await db().session.findMany({ where: { userId: user.id } });
    // Either it came first and was ended, or it came after and is the only one.
    expect(left.length).toBeLessThanOrEqual(1);
    expect(login.ok).toBe(true);
  });

  it("'This was not me' about a login by recovery code ends it and invalidates the whole list (R33)", async () => {
    const { user, session, code, second } = await memberWithCodes();
    const thief = await logInByCode(user.email, code);
    const again = await logInByCode(user.email, second);
    const browserId = thief.ok ? thief.value.browserId : "";
    expect(await reportNotMe(makeReportToken("browser", browserId), visitor)).toBe(true);
    expect(await readRecoveryCodes(user.id)).toEqual({ left: 0, madeAt: null, isOutdated: false });
    for (const opened of [thief, again]) expect(opened.ok && (await findLiveSession(opened.value.sid))).toBeNull();
    expect(await db().session.count({ where: { id: session.id } })).toBe(0);
    const [event] = await eventsOf(user.id, "recovery_codes_voided");
    expect(event?.details).toEqual({ isReported: true });
  });

  it("'This was not me' about the browser that made the codes invalidates them, even after its logout", async () => {
    const { user, session, reportToken, code } = await memberWithCodes();
    await db().session.delete({ where: { id: session.id } });
    expect(await reportNotMe(reportToken, visitor)).toBe(true);
    expect(await logInByCode(user.email, code)).toEqual(refusedCode);
  });

  it("'This was not me' invalidates recovery codes even after a logout everywhere (R33)", async () => {
    const { user, reportToken, code, second } = await memberWithCodes();
    await logOutEverywhere(user.id);
    expect(await findReport(reportToken)).toMatchObject({ topic: "browser", isEnded: false });
    const thief = await logInByCode(user.email, code);
    expect(await reportNotMe(reportToken, visitor)).toBe(true);
    expect(thief.ok && (await findLiveSession(thief.value.sid))).toBeNull();
    expect(await logInByCode(user.email, second)).toEqual(refusedCode);
    expect(await findReport(reportToken)).toMatchObject({ topic: "browser", isEnded: true });
  });

  it("'This was not me' about a login by recovery code ends the attacker's next session, even after a logout everywhere", async () => {
    const { user, code, second } = await memberWithCodes();
    const browser = newBrowser();
    const thief = await logInByCode(user.email, code, browser);
    await logOutEverywhere(user.id);
    const again = await logInByCode(user.email, second, browser);
    const browserId = thief.ok ? thief.value.browserId : "";
    await reportNotMe(makeReportToken("browser", browserId), visitor);
    expect(again.ok && (await findLiveSession(again.value.sid))).toBeNull();
    expect(await readRecoveryCodes(user.id)).toEqual({ left: 0, madeAt: null, isOutdated: false });
  });

  it("'This was not me' about a confirmation by recovery code invalidates the codes, even after a logout everywhere", async () => {
    const { user, session, code } = await memberWithCodes();
    const confirmed = await finishRecoveryStepUp({ act: "change-email", code: typed(code) }, session, visitor);
    await logOutEverywhere(user.id);
    await reportNotMe(confirmed.ok ? await reportTokenInMail(user.id) : "", visitor);
    expect(await readRecoveryCodes(user.id)).toEqual({ left: 0, madeAt: null, isOutdated: false });
  });

  it("'This was not me' about a passkey invalidates the codes made after it was added", async () => {
    const session = await openTestSession();
    const { reportToken } = await addPasskeyTo(session, newBrowser());
    const { code } = await memberWithCodesOf(await openTestSession(session.user.id));
    expect(await reportNotMe(reportToken, visitor)).toBe(true);
    expect(await logInByCode(session.user.email, code)).toEqual(refusedCode);
  });

  it("'This was not me' about another browser keeps the codes", async () => {
    const { user, code } = await memberWithCodes();
    const stranger = await logIn(user.email);
    expect(await reportNotMe(makeReportToken("browser", stranger.browserId), visitor)).toBe(true);
    expect(await findLiveSession(stranger.sid)).toBeNull();
    expect((await logInByCode(user.email, code)).ok).toBe(true);
  });

  it.each(["made", "used to log in", "used to confirm"] as const)("the owner gets an email: %s", async (act) => {
    const { user, made, session, code: first } = await memberWithCodes();
    if (act === "used to log in") expect(await logInByCode(user.email, first)).toMatchObject({ ok: true });
    if (act === "used to confirm") {
      const attempt = { act: "change-email" as const, code: typed(first) };
      expect(await finishRecoveryStepUp(attempt, session, visitor)).toMatchObject({ ok: true });
    }
    const reportToken = await reportTokenInMail(user.id);
    await sendMailsOf(user.id);
    const subject = act === "made" ? "New recovery codes were made" : "A recovery code was used";
    const mail = await inbox.waitForMessage({ to: user.email, subject });
    expect(mail.text).toContain(`/not-me/${reportToken}`);
    for (const code of made.codes) expect(`${mail.text}${mail.html}`).not.toContain(code);
    const events = await eventsOf(user.id, "recovery_codes_alerted");
    expect(events.map(({ details }) => details)).toContainEqual({ act, isSent: true });
  });
});

async function logOutEverywhere(userId: string) {
  const session = await openTestSession(userId);
  await proveNow(session, "end-sessions");
  expect(await endAllSessions(session, visitor)).toMatchObject({ ok: true });
}

async function memberWithCodesOf(session: Awaited<ReturnType<typeof openTestSession>>) {
  await proveNow(session, "make-recovery-codes");
  const made = await makeRecoveryCodes(session, visitor);
  return { code: (made.ok && made.value.codes[0]) || "" };
}
