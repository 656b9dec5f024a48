import { describe, expect, test } from "vitest";
import { realVerify, refusal } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

const { emulator, control, names } = testEmulator("each test");
let phones = 0;

const newPhone = (prefix = "+1415555") => `${prefix}${String(1000 + ++phones)}`;
const verifications = () => realVerify(emulator.url, names).verifications;

describe("a text by a template of the account", () => {
  test("ends with the line that binds its code to a domain (R46)", async () => {
    const to = newPhone();
    await verifications().create({ to, channel: "sms", templateSid: names.smsTemplateSid });
    const { text, code, subject } = await control.waitForMessage({ to });
    expect(text).toBe(`${code} is your shop code.\n\n@localhost #${code}`);
    expect(subject).toBe(`${code} is your shop code.`);
  });

  test("is filled with the request's values, and says how long the code is valid", async () => {
    const templateSid = await control.addMessageTemplate(names.accountSid, {
      friendlyName: "Shop",
      text: "{{code}}: {{act}}, {{ttl}} minutes.{{nothing}}",
    });
    const to = newPhone();
    const templateCustomSubstitutions = JSON.stringify({ act: "log in", code: "forged" });
    await verifications().create({ to, channel: "sms", templateSid, templateCustomSubstitutions });
    const { text, code } = await control.waitForMessage({ to });
    expect(text).toBe(`${code}: log in, 10 minutes.`);
  });

  test("is the service's own if a request names none, and Verify's own without both", async () => {
    const [plain, bound] = [newPhone(), newPhone()];
    await verifications().create({ to: plain, channel: "sms" });
    const { text, code } = await control.waitForMessage({ to: plain });
    expect(text).toBe(`Your shop verification code is: ${code}`);
    await realVerify(emulator.url, names).update({ defaultTemplateSid: names.smsTemplateSid });
    await verifications().create({ to: bound, channel: "sms" });
    expect((await control.waitForMessage({ to: bound })).text).toContain("\n\n@localhost #");
  });

  test("is in the requested language, or in English if it lacks that language", async () => {
    for (const [locale, words] of [
      ["es", "es tu código de shop."],
      ["es-MX", "es tu código de shop."],
      ["ar", "هو رمزك في shop."],
      ["fi", "is your shop code."],
    ] as const) {
      const to = newPhone();
      await verifications().create({ to, channel: "sms", templateSid: names.smsTemplateSid, locale });
      const { text, code } = await control.waitForMessage({ to });
      expect(text).toBe(`${code} ${words}\n\n@localhost #${code}`);
    }
  });

  test("is the first suitable one of several", async () => {
    const to = newPhone();
    const templates = JSON.stringify([{ sid: `HJ${"f".repeat(32)}` }, { sid: names.smsTemplateSid }]);
    await verifications().create({ to, channel: "sms", templates });
    expect((await control.waitForMessage({ to })).text).toContain("@localhost #");
    const none = JSON.stringify([{ sid: `HJ${"f".repeat(32)}` }]);
    expect(await refusal(verifications().create({ to: newPhone(), channel: "sms", templates: none }))).toEqual({
      status: 400,
      code: 60252,
    });
  });

  test("is refused if it does not exist, or for a mail", async () => {
    const unknown = verifications().create({ to: newPhone(), channel: "sms", templateSid: `HJ${"f".repeat(32)}` });
    expect(await refusal(unknown)).toEqual({ status: 400, code: 60200 });
    const mail = { to: "a@shop.example", channel: "email", templateSid: names.smsTemplateSid };
    expect(await refusal(verifications().create(mail))).toEqual({ status: 400, code: 60408 });
  });
});

describe("numbers that Twilio blocks", () => {
  test.each([
    ["sms", { status: 403, code: 60410 }],
    ["whatsapp", undefined],
    ["call", undefined],
  ])("by Fraud Guard get no text: %s", async (channel, refused) => {
    await control.changeAccount(names.accountSid, { fraudGuardPrefixes: ["+1876"] });
    const to = newPhone("+1876555");
    expect(await refusal(verifications().create({ to, channel }))).toEqual(refused);
    expect(await refusal(verifications().create({ to: newPhone(), channel }))).toBeUndefined();
    expect(await control.messages({ to })).toHaveLength(refused === undefined ? 1 : 0);
  });

  test.each([
    ["sms", { status: 403, code: 60605 }],
    ["whatsapp", undefined],
    ["call", { status: 403, code: 60605 }],
  ])("by Geo Permissions get no text and no call: %s", async (channel, refused) => {
    await control.changeAccount(names.accountSid, { geoBlockedPrefixes: ["+44"] });
    const to = newPhone("+4479111");
    expect(await refusal(verifications().create({ to, channel }))).toEqual(refused);
    expect(await control.messages({ to })).toHaveLength(refused === undefined ? 1 : 0);
  });

  test("are not counted as sends, and RiskCheck lets a text through", async () => {
    await control.changeAccount(names.accountSid, { fraudGuardPrefixes: ["+1876"] });
    const to = newPhone("+1876555");
    for (let sends = 0; sends < 6; sends++) {
      expect(await refusal(verifications().create({ to, channel: "sms" }))).toMatchObject({ code: 60410 });
    }
    const sent = await verifications().create({ to, channel: "sms", riskCheck: "disable" });
    expect(sent.sendCodeAttempts).toHaveLength(1);
  });
});

test.each([
  ["whatsapp", "es", "Su código de verificación de shop es:"],
  ["call", "ar", "رمز التحقق الخاص بك في shop هو:"],
  ["sms", "es-MX", "Su código de verificación de shop es:"],
])("Verify's own words are in the language that the request asks for: %s in %s", async (channel, locale, words) => {
  const to = newPhone();
  await verifications().create({ to, channel, locale });
  expect((await control.waitForMessage({ to })).text).toContain(words);
});

test("a text, a WhatsApp message and a call to one number carry the same code", async () => {
  const to = newPhone();
  const sids = [];
  for (const channel of ["sms", "whatsapp", "call"]) sids.push((await verifications().create({ to, channel })).sid);
  expect(new Set(sids).size).toBe(1);
  const arrived = await control.messages({ to });
  expect(arrived.map(({ channel }) => channel)).toEqual(["call", "whatsapp", "sms"]);
  expect(new Set(arrived.map(({ code }) => code)).size).toBe(1);
  expect(arrived[0]?.text).toContain([...(arrived[0]?.code ?? "")].join(", "));
});
