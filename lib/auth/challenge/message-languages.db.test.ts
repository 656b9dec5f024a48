import { describe, expect, it } from "vitest";
import { completeLogin } from "@/lib/auth/login/complete-login";
import { startLogin } from "@/lib/auth/login/start-login";
import { startEmailChange } from "@/lib/auth/profile/change-email";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { shopConfig } from "@/shop.config";
import {
  asking,
  beginRegistration,
  createUser,
  inbox,
  makeOlder,
  newBrowser,
  newPerson,
  visitor,
} from "@/test/login-parts";
import { sendMailsOf } from "@/test/outbox-parts";
import { openTestSession, proveNow } from "@/test/passkey-parts";
import { beginPhoneLogin, createPhoneOwner } from "@/test/phone-parts";
import { resendCode } from "./resend-code";

/** A visitor whose browser asks for a language, which everybody can say. */
const wishing = (locale: Locale) => ({ ...visitor, ip: visitor.ip, locale });

async function createReader(locale: Locale | null, timeZone: string | null = null) {
  const user = await createUser();
  return await db().user.update({ where: { id: user.id }, data: { locale, timeZone } });
}

async function askFor(email: string, locale: Locale, browser = newBrowser()) {
  const started = await startLogin({ email, returnTo: null }, asking(browser, { visitor: wishing(locale) }));
  if (!started.ok) throw new Error(started.error);
  await started.value.deliver();
  return { challengeId: started.value.challengeId, browser };
}

async function localesAtTwilio(to: string): Promise<string[]> {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_VERIFY_BASE_URL } = env();
  const authorization = `Basic ${Buffer.from(`${TWILIO_ACCOUNT_SID}:${TWILIO_AUTH_TOKEN}`).toString("base64")}`;
  const query = new URLSearchParams({ "ChannelData.To": to });
  const answer = await fetch(`${TWILIO_VERIFY_BASE_URL}/v2/Attempts?${query}`, { headers: { authorization } });
  const { attempts } = (await answer.json()) as { attempts: { channel_data: { locale: string } }[] };
  return attempts.map(({ channel_data }) => channel_data.locale);
}

describe("a code mail", () => {
  it("is in the language and time zone of the account, and Twilio gets the language", async () => {
    const { email } = await createReader("es", "Europe/Madrid");
    await askFor(email, "en");
    const { code, subject, text, html } = await inbox.waitForMessage({ to: email });
    expect(subject).toBe(`${code} es tu código de ${shopConfig.name}`);
    expect(text.startsWith(`${code} es tu código de ${shopConfig.name}.`)).toBe(true);
    expect(text).toMatch(/Pedido desde: Chrome en Windows\nCuándo: \d+ de \p{L}+ de \d{4} a las \d\d:\d\d CES?T/u);
    expect(html).toContain("Rellenar el código por mí");
    expect(html).not.toContain("one-time code");
    expect(await localesAtTwilio(email)).toEqual(["es"]);
  });

  it("reads from right to left in Arabic, with its code from left to right and first in the subject", async () => {
    const { email } = await createReader("ar");
    await askFor(email, "en");
    const { code, subject, text, html } = await inbox.waitForMessage({ to: email });
    expect(subject).toBe(`${code} هو رمزك في ${shopConfig.name}`);
    expect(html).toMatch(/<html lang="ar" dir="rtl"/);
    expect(html).toMatch(/<table [^>]*lang="ar" dir="rtl"/);
    expect(html).toMatch(new RegExp(`dir="ltr"[^>]*>${code}</td>`));
    expect(text.trimEnd().split("\n").at(-1)).toBe(`@localhost:3000 #${code}`);
  });

  it("is in the owner's language and not the requester's, also when it is sent again", async () => {
    const { email } = await createReader("es");
    const { challengeId, browser } = await askFor(email, "ar");
    await db().challenge.update({ where: { id: challengeId }, data: { lastSentAt: new Date(Date.now() - 60_000) } });
    const resent = await resendCode(challengeId, asking(browser, { visitor: wishing("ar") }));
    if (!resent.ok) throw new Error(resent.error);
    await resent.value.deliver();
    const mails = await inbox.messages({ to: email });
    expect(mails).toHaveLength(2);
    for (const { subject } of mails) expect(subject).toContain("es tu código de");
  });

  it("is in the language of the request if the account has none", async () => {
    const { email } = await createReader(null);
    await askFor(email, "ar");
    expect((await inbox.waitForMessage({ to: email })).subject).toContain("هو رمزك في");
  });
});

it.each([
  ["sms", `es tu código de ${shopConfig.name}.`],
  ["whatsapp", `Su código de verificación de ${shopConfig.name} es:`],
  ["call", `Su código de verificación de ${shopConfig.name} es:`],
] as const)("a code by %s is in the language of the phone's account", async (channel, words) => {
  const { id, email, phone } = await createPhoneOwner();
  await db().user.update({ where: { id }, data: { locale: "es" } });
  await beginPhoneLogin(email, channel);
  expect((await inbox.waitForMessage({ to: phone })).text).toContain(words);
  expect(await localesAtTwilio(phone)).toEqual(["es"]);
});

it("the code for another address is in the language of the account that asks for it", async () => {
  const session = await openTestSession();
  await db().user.update({ where: { id: session.user.id }, data: { locale: "es" } });
  const { email } = newPerson();
  await proveNow(session, "change-email");
  const started = await startEmailChange(session, email, "/account", { ...newBrowser(), visitor: wishing("ar") });
  if (!started.ok) throw new Error(started.error);
  await started.value.deliver();
  const { text } = await inbox.waitForMessage({ to: email });
  expect(text).toContain("Este código confirma: usar esta dirección como correo de una cuenta.");
});

it("the code for an address with its own account is in that account's language", async () => {
  const holder = await createUser();
  await db().user.update({ where: { id: holder.id }, data: { locale: "en", timeZone: "Asia/Tokyo" } });
  const session = await openTestSession();
  await db().user.update({ where: { id: session.user.id }, data: { locale: "ar" } });
  await proveNow(session, "change-email");
  const browser = { ...newBrowser(), visitor: wishing("ar") };
  const started = await startEmailChange(session, holder.email, "/account", browser);
  if (!started.ok) throw new Error(started.error);
  await started.value.deliver();
  const { text } = await inbox.waitForMessage({ to: holder.email });
  expect(text).toContain("It confirms: use this as the email address of an account.");
  expect(text).toMatch(/GMT\+9|JST/);
});

it("an address without an account is told so in the language of the request", async () => {
  const { email } = newPerson();
  await askFor(email, "es");
  const { subject, html } = await inbox.waitForMessage({ to: email });
  expect(subject).toBe(`No hay ninguna cuenta de ${shopConfig.name} con esta dirección`);
  expect(html).toContain("Chrome en Windows");
});

it("the owner of a disabled account is told in their language that there is no usable account", async () => {
  const { id, email } = await createReader("es");
  await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
  await askFor(email, "ar");
  expect((await inbox.waitForMessage({ to: email })).subject).toContain("No hay ninguna cuenta");
});

it.each([
  ["es", `Nuevo inicio de sesión en ${shopConfig.name}: Chrome en Windows`],
  [null, `New login to ${shopConfig.name}: Chrome on Windows`],
] as const)(
  "a warning to an owner is in the account's language (%s), not in the visitor's",
  async (locale, subject) => {
    const { email } = await createReader(locale);
    const { challengeId, browser } = await askFor(email, "ar");
    await makeOlder(challengeId, 2);
    const code = await inbox.latestCode(email);
    const finished = await completeLogin({ challengeId, code }, browser, wishing("ar"));
    if (!finished.ok) throw new Error(finished.error);
    await sendMailsOf(finished.value.userId);
    expect((await inbox.messages({ to: email }))[0]?.subject).toBe(subject);
  },
);

it("a new account keeps the language that its owner registered in", async () => {
  const person = newPerson();
  const { challengeId, browser } = await beginRegistration(person);
  const code = await inbox.latestCode(person.email);
  const finished = await completeLogin({ challengeId, code }, browser, wishing("ar"));
  expect(finished).toMatchObject({ ok: true, value: { outcome: "REGISTERED", locale: "ar", timeZone: null } });
  expect(await db().user.findUnique({ where: { email: person.email } })).toMatchObject({ locale: "ar" });
});
