import { describe, expect, it } from "vitest";
import { editUser } from "@/lib/admin/edit-user";
import { beginRecovery, completeRecovery } from "@/lib/admin/recover-account";
import { resetPasskeys } from "@/lib/admin/reset-passkeys";
import { switchCodesOff } from "@/lib/auth/passkeys/switch-codes";
import { findReport } from "@/lib/auth/report/find-report";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { closeIfCloned } from "@/lib/passkeys/verify-passkey";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { endCodes, removeAllPasskeys } from "@/lib/users/end-access";
import { givePasskey, newAdmin } from "./admin-parts";
import { beginLogin, handIn, inbox, logIn, newPerson, visitor } from "./login-parts";
import { sendMailsOf } from "./outbox-parts";
import { eventsOf, memberWithPasskey, proveNow, reportByMail } from "./passkey-parts";
import { areCodesOff, passkeysOnlyMember, switchOff } from "./passkeys-only-parts";
import { moveTo, undoByMail } from "./profile-parts";
import { whileOpen } from "./while-open";

type Member = Awaited<ReturnType<typeof memberWithPasskey>>;

const addressOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).email;

/** Asks for a code and types it, as a reader of the mailbox can. */
async function getsIn(email: string): Promise<boolean> {
  const asked = await beginLogin(email);
  const [mail] = (await inbox.messages({ to: email })).filter(({ code }) => code);
  if (!mail?.code) return false;
  return (await handIn(mail.code, asked)).ok;
}

describe("codes are switched on again when no passkey works", () => {
  const ways: [string, (member: Member) => Promise<unknown>][] = [
    ["an admin resets the passkeys", async ({ user }) => resetPasskeys(await newAdmin(), user.id)],
    [
      "an admin gives the account another email",
      async ({ user: { id, username, phone } }) =>
        editUser(await newAdmin(), id, { username, phone, email: newPerson().email }),
    ],
    [
      "staff give the account a new address",
      async ({ user }) => {
        const admin = await newAdmin();
        await beginRecovery(admin, user.id, { newEmail: newPerson().email, reason: "Showed an identity card" });
        await sendMailsOf(user.id);
        const past = new Date(Date.now() - 73 * 3_600_000);
        await db().accountRecovery.update({ where: { userId: user.id }, data: { startedAt: past, toldAt: past } });
        expect(await completeRecovery(admin, user.id)).toMatchObject({ ok: true });
      },
    ],
    ["the owner reports the passkey within a week", async ({ reportToken }) => reportByMail(reportToken)],
    [
      "the owner undoes a move to another email",
      async ({ session }) => undoByMail((await moveTo(session)).moved.undoToken),
    ],
    [
      "the passkey is closed because of a copy",
      async ({ user, passkey }) => {
        await db().authenticator.update({ where: { credentialID: passkey.id }, data: { counter: 9 } });
        const verified = { credentialID: passkey.id, userId: user.id, counter: 3, isBackedUp: true };
        await db().$transaction((transaction) => closeIfCloned(transaction, verified, visitor));
      },
    ],
  ];

  it.each(ways)("after %s (R22)", async (_, remove) => {
    const member = await passkeysOnlyMember();
    await remove(member);
    expect(await areCodesOff(member.user.id)).toBe(false);
    expect(await eventsOf(member.user.id, "codes_switched_on")).toEqual([
      expect.objectContaining({ actorId: null, details: { reason: "no passkey left" } }),
    ]);
    expect(await getsIn(await addressOf(member.user.id))).toBe(true);
  });

  it("but not while another passkey works", async () => {
    const { user, passkey } = await passkeysOnlyMember();
    await givePasskey(user.id);
    await db().authenticator.delete({ where: { credentialID: passkey.id } });
    expect(await areCodesOff(user.id)).toBe(true);
  });

  it("and the deletion of the account is not in the way", async () => {
    const { user } = await passkeysOnlyMember();
    await db().user.delete({ where: { id: user.id } });
    expect(await db().user.count({ where: { id: user.id } })).toBe(0);
    expect(await eventsOf(user.id, "codes_switched_on")).toEqual([]);
  });
});

describe("a thief who has old mails of an account that has had passkeys only for a week", () => {
  const oldMails: [string, (member: Member) => Promise<string>][] = [
    ["an added passkey", async ({ reportToken }) => reportToken],
    [
      "a login in the browser that added and used the passkey",
      async ({ user, passkey, browser }) => {
        const keyHash = hashKey(browser.trustedKey);
        const { id } = await db().trustedDevice.create({
          data: { userId: user.id, keyHash, passkeyId: passkey.id, createdAt: new Date(0) },
        });
        await db().authenticator.updateMany({ where: { userId: user.id }, data: { addedInBrowser: keyHash } });
        return makeReportToken("browser", id);
      },
    ],
    [
      "a code after which the passkey was added",
      async ({ user }) => {
        await db().user.update({ where: { id: user.id }, data: { passkeysOnlyAt: null } });
        const { challengeId } = await logIn(user.email);
        const at = new Date(Date.now() - 8 * 86_400_000);
        await db().user.update({ where: { id: user.id }, data: { passkeysOnlyAt: at } });
        await db().authenticator.updateMany({ where: { userId: user.id }, data: { addedAfterLogin: challengeId } });
        return makeReportToken("challenge", challengeId);
      },
    ],
  ];

  it.each(oldMails)(
    "cannot log in by a report of %s: the passkey stays and codes stay off (R22)",
    async (_, tokenOf) => {
      const member = await passkeysOnlyMember({ daysAgo: 8 });
      const token = await tokenOf(member);
      await inbox.clear(member.user.email);
      await reportByMail(token);
      expect(await db().authenticator.count({ where: { userId: member.user.id } })).toBe(1);
      expect(await areCodesOff(member.user.id)).toBe(true);
      expect(await getsIn(member.user.email)).toBe(false);
    },
  );

  it("reads on the page that this passkey cannot be removed by mail", async () => {
    const { reportToken } = await passkeysOnlyMember({ daysAgo: 8 });
    expect(await findReport(reportToken)).toMatchObject({ topic: "passkey", isKept: true });
    const { reportToken: young } = await passkeysOnlyMember({ daysAgo: 6 });
    expect(await findReport(young)).toMatchObject({ topic: "passkey", isKept: false });
  });

  it("can undo an email change, and still gets no code", async () => {
    const { user, session } = await passkeysOnlyMember({ daysAgo: 8 });
    const { moved } = await moveTo(session);
    await undoByMail(moved.undoToken);
    expect(await addressOf(user.id)).toBe(user.email);
    expect(await areCodesOff(user.id)).toBe(true);
    expect(await getsIn(user.email)).toBe(false);
  });
});

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
describe("at the same moment", () => {
  it("as the last passkey is removed, codes are not switched off (R22)", async () => {
    const { user, session } = await memberWithPasskey();
    await proveNow(session, "switch-codes-off");
    const switched = await whileOpen(
      (transaction) => transaction.authenticator.deleteMany({ where: { userId: user.id } }),
      () => switchCodesOff(session, visitor),
    );
    expect(switched).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    expect(await areCodesOff(user.id)).toBe(false);
  });

  it("as all passkeys are removed, a switch leaves codes on, whichever is first", async () => {
    for (let round = 0; round < 5; round++) {
      const { user, session } = await memberWithPasskey();
      await proveNow(session, "switch-codes-off");
      await Promise.allSettled([
        switchCodesOff(session, visitor),
        db().$transaction((transaction) => removeAllPasskeys(transaction, user)),
      ]);
      expect(await db().authenticator.count({ where: { userId: user.id } })).toBe(0);
      expect(await areCodesOff(user.id)).toBe(false);
    }
  });

  it("the last two passkeys are removed, each in a transaction of its own: codes are on again", async () => {
    const { user, passkey } = await passkeysOnlyMember();
    await givePasskey(user.id);
    await whileOpen(
      (transaction) => transaction.authenticator.delete({ where: { credentialID: passkey.id } }),
      () => db().authenticator.deleteMany({ where: { userId: user.id, credentialID: { not: passkey.id } } }),
    );
    expect(await areCodesOff(user.id)).toBe(false);
  });

  it("as codes are switched off, a right code opens no session", async () => {
    const { user } = await memberWithPasskey();
    const asked = await beginLogin(user.email);
    const code = await inbox.latestCode(user.email);
    const entered = await whileOpen(
      async (transaction) => {
        await endCodes(transaction, user.email);
        await transaction.user.update({ where: { id: user.id }, data: { passkeysOnlyAt: new Date() } });
      },
      () => handIn(code, asked),
    );
    expect(entered).toEqual({ ok: false, error: "CHALLENGE_ENDED" });
    expect(await db().session.count({ where: { userId: user.id } })).toBe(1);
  });

  it("as a login by code is finishing, the switch waits for it, and later codes are refused", async () => {
    const member = await memberWithPasskey();
    const asked = await beginLogin(member.user.email);
    const code = await inbox.latestCode(member.user.email);
    const [entered] = await Promise.all([handIn(code, asked), switchOff(member)]);
    expect(await areCodesOff(member.user.id)).toBe(true);
    if (entered.ok) expect(await findLiveSession(entered.value.sid)).not.toBeNull();
    expect(await handIn(code, asked)).toMatchObject({ ok: false });
    expect(await getsIn(member.user.email)).toBe(false);
  });
});
