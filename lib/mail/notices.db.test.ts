import { describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { inbox, newPerson } from "@/test/login-parts";
import {
  sendAccountDeletedMail,
  sendAccountKeptMail,
  sendDeletionMail,
  sendInvitationMail,
  sendNoAccountMail,
  sendWelcomeMail,
} from "./account-mails";
import {
  sendAccountRestoredMail,
  sendAddressAddedMail,
  sendAddressLeftMail,
  sendAddressTakenBackMail,
  sendEmailGivenMail,
  sendEmailTakenAwayMail,
} from "./email-change-mails";
import type { Recipient } from "./mail-notice";
import {
  sendCodesOffMail,
  sendNewBrowserMail,
  sendPasskeyMail,
  sendProfileChangedMail,
  sendRecoveryCodesMail,
} from "./security-mails";
import {
  sendPasskeysResetMail,
  sendPhoneChangedMail,
  sendRecordsExportedMail,
  sendRecoveryAnnouncedMail,
  sendRecoveryBegunMail,
  sendRecoveryStoppedMail,
  sendRoleChangedMail,
} from "./staff-mails";

const at = new Date("2026-11-24T18:10:00Z");
const token = "t0ken-of-this-notice";
const device = "Firefox";
const username = "ada.b";

const trace = (to: Recipient) => ({ to, device, at });
const reported = (to: Recipient) => ({ ...trace(to), reportToken: token });
const elsewhere = "o•••@example.com";

/** Each security notice, with what its way out leads to. */
const notices: Record<string, { send: (to: Recipient) => Promise<unknown>; wayOut: string }> = {
  "a new browser": {
    send: (to) => sendNewBrowserMail({ ...reported(to), reason: "newBrowser" }),
    wayOut: `/not-me/${token}`,
  },
  "a login after wrong codes": {
    send: (to) => sendNewBrowserMail({ ...reported(to), reason: "wrongCodes" }),
    wayOut: `/not-me/${token}`,
  },
  "an added passkey": { send: (to) => sendPasskeyMail({ ...reported(to), act: "added" }), wayOut: `/not-me/${token}` },
  "a removed passkey": {
    send: (to) => sendPasskeyMail({ ...reported(to), act: "removed" }),
    wayOut: `/not-me/${token}`,
  },
  "another username": {
    send: (to) => sendProfileChangedMail({ ...reported(to), act: "username" }),
    wayOut: `/not-me/${token}`,
  },
  "another phone": {
    send: (to) => sendProfileChangedMail({ ...reported(to), act: "phone" }),
    wayOut: `/not-me/${token}`,
  },
  "a phone that was verified": {
    send: (to) => sendProfileChangedMail({ ...reported(to), act: "phoneVerified" }),
    wayOut: `/not-me/${token}`,
  },
  "a download of all data": {
    send: (to) => sendProfileChangedMail({ ...reported(to), act: "data" }),
    wayOut: `/not-me/${token}`,
  },
  "a copied passkey": { send: (to) => sendPasskeyMail({ ...reported(to), act: "copied" }), wayOut: `/not-me/${token}` },
  "exported users": {
    send: (to) => sendRecordsExportedMail({ to, username, records: "users", at }),
    wayOut: "/admin/audit?event=users_exported",
  },
  "an exported audit trail": {
    send: (to) => sendRecordsExportedMail({ to, username, records: "audit", at }),
    wayOut: "/admin/audit?event=audit_exported",
  },
  "another role": { send: (to) => sendRoleChangedMail({ to, at }), wayOut: "mailto:" },
  "another language": {
    send: (to) => sendProfileChangedMail({ ...reported(to), act: "language" }),
    wayOut: `/not-me/${token}`,
  },
  "codes that were switched off": {
    send: (to) => sendProfileChangedMail({ ...reported(to), act: "codesOff" }),
    wayOut: `/not-me/${token}`,
  },
  "codes that were switched on": {
    send: (to) => sendProfileChangedMail({ ...reported(to), act: "codesOn" }),
    wayOut: `/not-me/${token}`,
  },
  "new recovery codes": {
    send: (to) => sendRecoveryCodesMail({ ...reported(to), act: "made" }),
    wayOut: `/not-me/${token}`,
  },
  "a login by recovery code": {
    send: (to) => sendRecoveryCodesMail({ ...reported(to), act: "used to log in" }),
    wayOut: `/not-me/${token}`,
  },
  "a proof by recovery code": {
    send: (to) => sendRecoveryCodesMail({ ...reported(to), act: "used to confirm" }),
    wayOut: `/not-me/${token}`,
  },
  "an address that was left": {
    send: (to) => sendAddressLeftMail({ oldAddress: to, maskedNewEmail: elsewhere, device, at, undoToken: token }),
    wayOut: `/undo-email/${token}`,
  },
  "an address that was added": {
    send: (to) => sendAddressAddedMail({ newAddress: to, device, at, undoToken: token }),
    wayOut: `/undo-email/${token}`,
  },
  "an address that came back": { send: (to) => sendAccountRestoredMail(trace(to)), wayOut: "mailto:" },
  "an address that was taken back": { send: (to) => sendAddressTakenBackMail(trace(to)), wayOut: "mailto:" },
  "a deletion that was asked for": {
    send: (to) => sendDeletionMail({ ...trace(to), dueAt: at, keepToken: token }),
    wayOut: `/undo-deletion/${token}`,
  },
  "a deletion that was undone": { send: (to) => sendAccountKeptMail(trace(to)), wayOut: "/account/delete" },
  "a deletion by the shop": { send: (to) => sendAccountDeletedMail({ to, username, at }), wayOut: "mailto:" },
  "an email that the shop took away": {
    send: (to) => sendEmailTakenAwayMail({ username, oldAddress: to, maskedNewEmail: elsewhere, at }),
    wayOut: "mailto:",
  },
  "an email that the shop gave": {
    send: (to) => sendEmailGivenMail({ username, newAddress: to, isDisabled: false, at }),
    wayOut: "mailto:",
  },
  "an email that the shop gave to a disabled account": {
    send: (to) => sendEmailGivenMail({ username, newAddress: to, isDisabled: true, at }),
    wayOut: "mailto:",
  },
  "a phone that the shop changed": { send: (to) => sendPhoneChangedMail({ to, at }), wayOut: "mailto:" },
  "passkeys that the shop removed": { send: (to) => sendPasskeysResetMail({ to, at }), wayOut: "mailto:" },
  "a recovery that was begun": {
    send: (to) =>
      sendRecoveryBegunMail({ username, oldAddress: to, maskedNewEmail: elsewhere, dueAt: at, stopToken: token }),
    wayOut: `/stop-recovery/${token}`,
  },
  "a recovery that was announced": {
    send: (to) => sendRecoveryAnnouncedMail({ username, newAddress: to, dueAt: at }),
    wayOut: "mailto:",
  },
  "a recovery that was stopped": { send: (to) => sendRecoveryStoppedMail(trace(to)), wayOut: "mailto:" },
};

/** Mails that tell of no change in an account. */
const others = {
  "a welcome": (to: Recipient) => sendWelcomeMail(to, username),
  "an invitation": (to: Recipient) => sendInvitationMail(to, username),
  "codes that are off": (to: Recipient) => sendCodesOffMail(to, device),
  "no account": (to: Recipient) => sendNoAccountMail(to, device),
};

const all = Object.entries({
  ...others,
  ...Object.fromEntries(Object.entries(notices).map(([k, { send }]) => [k, send])),
});

async function receive(send: (to: Recipient) => Promise<unknown>, locale: Locale, timeZone: string | null = null) {
  const { email } = newPerson();
  await send({ email, locale, timeZone });
  const mail = await inbox.waitForMessage({ to: email });
  return { ...mail, html: mail.html ?? "" };
}

describe.each(Object.entries(notices))("the notice of %s", (_name, { send, wayOut }) => {
  it.each(locales)("has a link for a reader who did not do it, as page and as text (%s)", async (locale) => {
    const { html, text } = await receive(send, locale);
    const links = [...html.matchAll(/<a\b[^>]* href="([^"]+)"/g)].map(([, address]) => address ?? "");
    const [last = ""] = links.slice(-1);
    expect(last).toContain(wayOut);
    expect(text).toContain(wayOut === "mailto:" ? `: ${env().SENDGRID_FROM_EMAIL}\n` : last);
    if (wayOut === "mailto:") expect(last).toMatch(/^mailto:[^?]+@[^?]+\?subject=\S+$/);
    // Two have words of their own for it, which say what the link does.
    const isNamed = !/undo-deletion|stop-recovery|admin/.test(wayOut);
    if (isNamed) expect(text).toContain(`${translator(locale, "mails")("notMe")}: `);
  });
});

describe.each(all)("the mail of %s", (_name, send) => {
  it("is completely translated into Spanish and Arabic", async () => {
    const [english, ...translations] = await Promise.all(locales.map((locale) => receive(send, locale)));
    const paragraphs = (text: string) => text.split("\n\n").slice(0, -1);
    const theirs = new Set(paragraphs(english?.text ?? ""));
    for (const { text, subject } of translations) {
      expect(paragraphs(text)).toHaveLength(theirs.size);
      expect(paragraphs(text).filter((paragraph) => theirs.has(paragraph))).toEqual([]);
      expect(subject).not.toBe(english?.subject);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it("reads from right to left in Arabic, whatever a mail program cuts away", async () => {
    const { html, subject } = await receive(send, "ar");
    expect(html).toMatch(/<html lang="ar" dir="rtl">/);
    expect(html).toMatch(/<body[^>]*>\s*<div lang="ar" dir="rtl"/);
    // No mark of direction in a subject, where filters take them for a trick.
    expect(subject).not.toMatch(/[\u2066-\u2069\u202a-\u202e\u200e\u200f]/);
    expect((html.match(/[\u2066-\u2068]/g) ?? []).length).toBe((html.match(/\u2069/g) ?? []).length);
  });

  it("is dark on dark screens, and light elsewhere", async () => {
    const { html } = await receive(send, "en");
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toMatch(/<div lang="en" dir="ltr" class="page" style="[^"]*background-color:#f3f2ee/);
  });
});

it("a notice shows its time by its reader's clock", async () => {
  const { send } = notices["a new browser"] ?? {};
  if (!send) throw new Error("There is no such notice.");
  expect((await receive(send, "es", "Europe/Madrid")).text).toContain("24 de noviembre de 2026 a las 19:10 CET");
  expect((await receive(send, "en")).text).toContain("24 November 2026 at 18:10 UTC");
});

it("a name of Latin letters is kept apart from the Arabic around it", async () => {
  const { text } = await receive((to) => sendAccountDeletedMail({ to, username: "ada.b", at }), "ar");
  expect(text).toContain("\u2068ada.b\u2069");
  expect(text).toContain("(\u2068localhost:3000\u2069)");
  expect((await receive((to) => sendAccountDeletedMail({ to, username, at }), "es")).text).not.toMatch(
    /[\u2066-\u2069]/,
  );
});
