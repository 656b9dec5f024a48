import { afterAll, describe, expect, it } from "vitest";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { findLiveSession } from "@/lib/auth/session/session-store";
import { startStepUp } from "@/lib/auth/step-up/start-step-up";
import { addToBag } from "@/lib/bag/change-bag";
import { newKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { maskEmail, maskPhone } from "@/lib/identifier";
import { ownDataParts, ownDataStream } from "@/lib/users/own-data";
import { newAdmin } from "@/test/admin-parts";
import { addProduct, deleteTestProducts } from "@/test/bag-parts";
import { crowdAccount } from "@/test/crowded-account";
import { beginLogin, createUser, inbox, logIn, newPerson, visitor } from "@/test/login-parts";
import { addProduct as addOrderedProduct, orderNow } from "@/test/order-parts";
import { memberWithPasskey, proveNow } from "@/test/passkey-parts";
import { newPhone } from "@/test/phone-parts";
import { exportOwnData } from "./export-own-data";

const secret = "opens something, or is the hash of what does";
const joins = "joins our tables and says nothing";
const elsewhere = "is there under another name";

/** Every column about a person that the file leaves out, and why. One that is nowhere fails the test. */
const leftOut: Record<string, Record<string, string>> = {
  User: {
    usernameKey: "the username in lower case",
    disabledAt: "null for whoever can ask",
    disabledReason: "null for whoever can ask",
    deletionAskedAt: "null for whoever can ask",
  },
  Session: {
    id: joins,
    sessionToken: secret,
    userId: joins,
    challengeId: joins,
    browserKeyHash: secret,
    previousToken: secret,
    rotatedAt: "is an entry of the trail, step_up_proven",
    passkeyConfirmedAt: "is an entry of the trail, step_up_proven",
    reauthenticatedAt: "is not written: it holds when the session was made",
  },
  LastLogin: { userId: joins, at: elsewhere, isBeforeRegistration: "follows from two dates of the user" },
  StepUp: { sessionId: joins },
  TrustedDevice: { id: joins, userId: joins, keyHash: secret, passkeyId: joins },
  Authenticator: {
    credentialID: joins,
    userId: joins,
    providerAccountId: joins,
    credentialPublicKey: "a number that says nothing about the person",
    counter: "a number that says nothing about the person",
    reportId: secret,
    addedInSession: secret,
    addedInBrowser: secret,
    addedAfterLogin: joins,
  },
  RecoveryCode: {
    codeHash: secret,
    secretId: "the shop's own, the same for all",
    userId: joins,
    usedInBrowser: secret,
    addedInSession: secret,
    addedInBrowser: secret,
    addedAfterLogin: joins,
    addedInBrowserId: joins,
    usedInBrowserId: joins,
  },
  AccountRecovery: {
    userId: joins,
    reason: "what staff wrote for staff, perhaps about somebody who pretends to be the owner",
    startedById: "a member of staff",
    toldAt: "the time of the mail recovery-begun, which is there",
  },
  EmailChange: {
    id: joins,
    userId: joins,
    newEmail: "null once the move is made, and shown in the account until then",
  },
  ChangeReason: { text: "what staff wrote for staff, perhaps about somebody who pretends to be the owner" },
  OutboxMail: {
    id: joins,
    key: joins,
    userId: joins,
    address: "is there masked: a mail about an account may go to an address that is not its owner's any more",
    facts: "what the mail says, until it is sent",
    locale: elsewhere,
    timeZone: elsewhere,
    lastError: "a word of ours about SendGrid",
    traceparent: "the name of a trace, which names no person",
  },
  Bag: {
    id: joins,
    userId: joins,
    keyHash: "null for a member's bag",
    createdAt: "each product in it has its own time",
    expiresAt: "null for a member's bag",
  },
  BagItem: { bagId: joins, productId: "the product is named" },
  Order: { id: joins, userId: joins, idempotencyKey: joins },
  OrderLine: { orderId: joins, position: "the lines are in order", productId: "the product is named" },
  Refund: {
    paymentId: "the order has it",
    orderId: joins,
    dueAt: "when the shop tries next",
    attempts: "how often the shop tried",
  },
  Account: {
    id: joins,
    userId: joins,
    providerAccountId: "no third-party login exists",
    refresh_token: secret,
    access_token: secret,
    expires_at: "no third-party login exists",
    token_type: "no third-party login exists",
    scope: "no third-party login exists",
    id_token: secret,
    session_state: secret,
  },
  Challenge: {
    id: secret,
    browserKeyHash: secret,
    providerSid: joins,
    phoneSid: joins,
    payload: "the act is there; a registration's fields may be a stranger's",
    returnTo: "a path of the shop",
    userId: joins,
    knownKeyHash: secret,
    codeId: joins,
    isTrusted: "which of the shop's two Verify services sent the code",
    traceparent: "the name of a trace, which names no person",
  },
  // In the requests that they answer, and the mails that they are about.
  MailEvent: {
    id: joins,
    messageId: joins,
    subjectId: joins,
    notice: "the mail is named",
    domain: elsewhere,
    maskedAddress: elsewhere,
  },
  AuditEvent: { id: joins, actorId: elsewhere, subjectId: elsewhere, challengeId: joins },
};

const partOf = {
  User: "profile",
  Session: "sessions",
  TrustedDevice: "trustedDevices",
  Authenticator: "passkeys",
  RecoveryCode: "recoveryCodes",
  AccountRecovery: "accessForNewAddress",
  Account: "linkedAccounts",
  EmailChange: "emailChanges",
  OutboxMail: "mails",
  BagItem: "bag",
  Order: "orders",
  Challenge: "codeRequests",
  AuditEvent: "auditTrail",
} as const;

/** Tables without anything about a person: codes of the login live at Twilio, and the rest is counted or public. */
const impersonal = [
  "VerificationToken",
  "UsedPasskeyChallenge",
  "DailyCount",
  "Product",
  "ProductText",
  "ProviderHealth",
  "EventStream",
  "PaymentEvent",
  "JobRun",
  "RateLimit",
  "SecretUse",
];

afterAll(deleteTestProducts);

describe("the file of one's own data", () => {
  it("has every column of every table about a person, or a reason why not", async () => {
    const { data } = await exported();
    expect(Object.keys(Prisma.ModelName).sort()).toEqual([...Object.keys(leftOut), ...impersonal].sort());
    for (const [table, part] of Object.entries(partOf)) {
      const records = [data[part].record ?? data[part].records].flat();
      const shown = part === "linkedAccounts" ? ["provider", "type"] : Object.keys(records[0] ?? {});
      const missing = columnsOf(table).filter((column) => !shown.includes(column));
      expect(missing.sort(), table).toEqual(Object.keys(leftOut[table] ?? {}).sort());
    }
    const { stepUps } = data.sessions.records.find(({ isThisOne }: { isThisOne: boolean }) => isThisOne);
    expect(stepUps).toEqual([{ act: "add-passkey", provenAt: expect.any(String) }]);
  });

  it("explains each part and how long it is kept", async () => {
    const { data } = await exported();
    expect(Object.keys(data)).toEqual(["about", ...Object.keys(ownDataParts)]);
    for (const name of Object.keys(ownDataParts)) {
      expect(data[name]).toMatchObject({ what: expect.stringMatching(/\.$/), kept: expect.stringMatching(/\.$/) });
      expect(data[name].kept).not.toMatch(/\b0\b/);
    }
    expect(data.auditTrail.kept).toContain("90 days");
    expect(data.codeRequests.kept).toContain("7 days");
  });

  it("explains it in the reader's language, under the same names", async () => {
    const { data: english } = await exported();
    const { data: spanish } = await exported({ locale: "es" });
    expect(Object.keys(spanish)).toEqual(Object.keys(english));
    expect(spanish.about.what).toContain("the shop (shop.example)");
    for (const name of Object.keys(ownDataParts)) expect(spanish[name].what).not.toBe(english[name].what);
    expect(spanish.auditTrail.kept).toContain("90 días");
    const [entry] = spanish.auditTrail.records;
    expect(entry).toMatchObject({ name: "data_exported", by: "tú", about: "tú" });
    expect(entry.meaning).toBe(translator("es", "events")("data_exported"));
  });

  it("contains no keys, hashes, codes or data of others", async () => {
    const other = await logIn((await createUser()).email);
    const { text, login, session, recoveryCodes } = await exported();
    expect(recoveryCodes).toHaveLength(10);
    const hashes = await db().recoveryCode.findMany({ where: { userId: login.userId } });
    const row = await db().session.findUniqueOrThrow({ where: { id: session.id } });
    const challenges = await db().challenge.findMany({ where: { address: login.email } });
    const passkeys = await db().authenticator.findMany({ where: { userId: login.userId } });
    const secrets = [
      row.sessionToken,
      row.browserKeyHash,
      login.browser.challengeKey,
      login.browser.trustedKey,
      ...challenges.flatMap(({ id, browserKeyHash, providerSid, phoneSid }) => [
        id,
        browserKeyHash,
        providerSid,
        phoneSid,
      ]),
      ...passkeys.flatMap(({ credentialID, credentialPublicKey }) => [credentialID, credentialPublicKey]),
      ...recoveryCodes.flatMap((code) => [code, code.replaceAll("-", "")]),
      ...hashes.flatMap(({ codeHash, addedInSession }) => [codeHash, addedInSession]),
      other.email,
      other.userId,
    ];
    for (const value of secrets) if (value) expect(text).not.toContain(value);
    const codes = (await inbox.messages({ to: login.email })).flatMap((mail) => mail.text?.match(/\b\d{6}\b/g) ?? []);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(text).not.toMatch(new RegExp(`\\b${code}\\b`));
  });

  it("shows what staff did, but not who did it or from where", async () => {
    const user = await createUser();
    const admin = await newAdmin();
    await db().auditEvent.create({
      data: {
        name: "role_changed",
        actorId: admin.id,
        subjectId: user.id,
        ip: admin.ip,
        userAgent: "staff's browser",
        details: { to: "STAFF", reason: "a hunch of staff" },
      },
    });
    const { data, text } = await exported({ email: user.email });
    expect(data.auditTrail.records).toContainEqual(
      expect.objectContaining({
        name: "role_changed",
        by: "shop staff",
        about: "you",
        ip: null,
        userAgent: null,
        details: { to: "STAFF" },
      }),
    );
    for (const value of [admin.id, admin.ip, "staff's browser", "a hunch"]) expect(text).not.toContain(value);
  });

  it("shows admins their own changes to others, without data of those users", async () => {
    const { id, email } = await createUser();
    const { id: otherId } = await createUser();
    const done = { actorId: id, maskedIdentifier: "o••••@other.example", details: { reason: "owes us money" } };
    await db().auditEvent.createMany({
      data: [
        { ...done, name: "user_disabled", subjectId: otherId },
        { ...done, name: "limit_released" },
      ],
    });
    const { data, text } = await exported({ email });
    const told = data.auditTrail.records.filter(({ name }: { name: string }) =>
      /^(user_disabled|limit_rel)/.test(name),
    );
    expect(told).toHaveLength(2);
    for (const entry of told) expect(entry).toMatchObject({ by: "you", maskedIdentifier: null, details: null });
    for (const value of [otherId, "other.example", "owes us money"]) expect(text).not.toContain(value);
  });

  it("contains the codes sent to a former email", async () => {
    const { session } = await memberWithPasskey();
    const before = session.user.email;
    await startStepUp(session, "add-passkey", "/account", { challengeKey: newKey(), visitor });
    const email = `new-${before}`;
    await db().user.update({ where: { id: session.user.id }, data: { email } });
    const { data } = await exported({ email });
    const told = data.codeRequests.records.map(({ address }: { address: string }) => address);
    expect(new Set(told)).toEqual(new Set([before, email]));
  });

  it("masks a phone of another account that had this address before", async () => {
    const person = await createUser();
    const foreign = newPhone();
    for (const phone of [foreign, person.phone]) {
      const begun = await beginLogin(person.email);
      await db().challenge.update({
        where: { id: begun.challengeId },
        data: { phone, phoneSid: "VE0", phoneChannel: "SMS", phoneSentAt: new Date() },
      });
    }
    const { data, text } = await exported({ email: person.email });
    const told = data.codeRequests.records.map(({ phone }: { phone: string | null }) => phone);
    expect(told).toEqual(expect.arrayContaining([maskPhone(foreign), person.phone]));
    expect(text).not.toContain(foreign);
  });

  it("needs a re-authentication for exactly that, uses it up, and is recorded in the audit trail (R33)", async () => {
    const { data, session, login } = await exported();
    expect(data.auditTrail.records[0]).toMatchObject({
      name: "data_exported",
      by: "you",
      maskedIdentifier: maskEmail(login.email),
    });
    expect(await exportOwnData(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "delete-account");
    expect(await exportOwnData(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
    await proveNow(session, "export-data", new Date(Date.now() - 5 * 60_000));
    expect(await exportOwnData(session, visitor)).toEqual({ ok: false, error: "REAUTHENTICATION_NEEDED" });
  });

  it("requested ten times at once with one re-authentication is given once", async () => {
    const { session } = await memberWithPasskey();
    await proveNow(session, "export-data");
    const given = await Promise.all(Array.from({ length: 10 }, () => exportOwnData(session, visitor)));
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("of a thousand entries is streamed in parts, and is one valid JSON document", async () => {
    const { id, email } = await createUser();
    await db().auditEvent.createMany({
      data: Array.from({ length: 1_200 }, () => ({ name: "logout", subjectId: id, actorId: id })),
    });
    const { data, pieces } = await exported({ email });
    expect(pieces).toBeGreaterThan(5);
    expect(data.auditTrail.records.filter(({ name }: { name: string }) => name === "logout")).toHaveLength(1_200);
  });
});

it("at most 500 records of a member are in memory at a time", async () => {
  const { session, user } = await memberWithPasskey();
  await crowdAccount(user.id, 1_200);
  await db().auditEvent.createMany({
    data: Array.from({ length: 1_200 }, (_, index) => ({
      name: "logout",
      subjectId: user.id,
      actorId: index % 2 === 0 ? user.id : null,
      // Many at one moment: a page ends in the middle of them.
      at: new Date(Date.now() - 1_000 * Math.floor(index / 700)),
    })),
  });
  await proveNow(session, "export-data");
  await addToBag({ userId: session.user.id }, new Map([[await addProduct(), 2]]));
  const given = await exportOwnData(session, visitor);
  if (!given.ok) throw new Error(given.error);
  const { sessions, trustedDevices, auditTrail } = given.value;
  expect(await pageLengths(sessions)).toEqual([500, 500, 201]);
  expect(await pageLengths(trustedDevices)).toEqual([500, 500, 200]);
  expect((await pageLengths(auditTrail)).slice(0, 2)).toEqual([500, 500]);
});

async function pageLengths(pages: AsyncIterable<unknown[]>): Promise<number[]> {
  const lengths: number[] = [];
  for await (const page of pages) lengths.push(page.length);
  return lengths;
}

/** A member with something in every part, who logs in with a code and downloads the file. */
async function exported({ email, locale = "en" }: { email?: string; locale?: Locale } = {}) {
  const address = email ?? (await memberWithPasskey()).user.email;
  const login = await logIn(address);
  const now = new Date();
  await db().emailChange.create({
    data: {
      userId: login.userId,
      oldEmail: `old-${address}`,
      at: now,
      undoableUntil: new Date(now.getTime() + 60_000),
    },
  });
  const session = await findLiveSession(login.sid);
  if (session === null) throw new Error("The new session is not alive.");
  await proveNow(session, "add-passkey");
  await proveNow(session, "export-data");
  await proveNow(session, "make-recovery-codes");
  const made = await makeRecoveryCodes(session, visitor);
  const begun = {
    newEmail: newPerson().email,
    reason: "Lost all",
    startedById: session.user.id,
    startedAt: new Date(),
  };
  await orderNow(session, { [(await addOrderedProduct()).id]: 2 });
  await db().accountRecovery.create({ data: { userId: session.user.id, ...begun } });
  await addToBag({ userId: session.user.id }, new Map([[await addProduct(), 2]]));
  const given = await exportOwnData(session, { ...visitor, locale });
  if (!given.ok) throw new Error(given.error);
  const decoder = new TextDecoder();
  let text = "";
  let pieces = 0;
  for await (const piece of ownDataStream(given.value, { name: "the shop", domain: "shop.example" }, locale)) {
    text += decoder.decode(piece);
    pieces += 1;
  }
  const recoveryCodes = made.ok ? made.value.codes : [];
  expect(text).not.toContain(begun.newEmail);
  return { text, pieces, data: JSON.parse(text), session, login, recoveryCodes };
}

/** The columns of a table, as the schema has them. */
function columnsOf(table: string): string[] {
  const fields = Prisma[`${table}ScalarFieldEnum` as "UserScalarFieldEnum"];
  return Object.keys(fields);
}
