import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { messageLinks } from "@/emulator/inbox/list-view";
import { realSendgrid, realVerify } from "@/emulator/real-sdks";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

let emulator: RunningEmulator;
let inbox: EmulatorClient;
let mail: ReturnType<typeof realSendgrid>;

const from = { email: defaultAccount.fromEmail, name: defaultAccount.fromName };

beforeAll(async () => {
  emulator = await startEmulator();
  inbox = createEmulatorClient(emulator.url);
  mail = realSendgrid(emulator.url);
});

afterAll(() => emulator.close());

type Refused = { code: number; response: { body: { errors: { message: string; field: string | null }[] } } };

async function problem(promise: Promise<unknown>): Promise<{ code: number; message: string; field: string | null }> {
  const thrown = await promise.then(
    () => undefined,
    (error: Refused) => error,
  );
  if (thrown?.response === undefined) throw new Error("The mail was accepted.", { cause: thrown });
  const [first] = thrown.response.body.errors;
  return { code: thrown.code, message: first?.message ?? "", field: first?.field ?? null };
}

describe("the code mail", () => {
  const substitutions = {
    shop_name: "shop",
    shop_domain: "shop.example",
    device: "Firefox on Linux",
    time: "23 November 2026, 14:05 UTC",
    text_is_your_code: "is your shop code",
    text_is_your_one_time_code: "is your one-time code.",
    text_life: "It works for 10 minutes.",
    text_where: "Type it on shop.example.",
  };

  function sendCode(to: string, more: Record<string, unknown> = {}) {
    return realVerify(emulator.url).verifications.create({
      to,
      channel: "email",
      channelConfiguration: { substitutions: { ...substitutions, ...more } },
    });
  }

  test("the code comes first in subject, preview and text, and the mail names the domain to type it on (R46)", async () => {
    const to = "reader@shop.example";
    await sendCode(to);
    const message = await inbox.waitForMessage({ to });
    expect(message.code).toMatch(/^\d{6}$/);
    expect(message.subject).toBe(`${message.code} is your shop code`);
    expect(message.from).toEqual(from);
    expect(message.text.startsWith(message.code ?? "-")).toBe(true);
    for (const words of ["Firefox on Linux", "23 November 2026, 14:05 UTC", "10 minutes", "shop.example"]) {
      expect(message.html).toContain(words);
      expect(message.text).toContain(words);
    }
  });

  test("text that an attacker can write into the mail is escaped", async () => {
    const to = "careful@shop.example";
    await sendCode(to, { device: '<img src=x onerror="alert(1)"> & Co' });
    const message = await inbox.waitForMessage({ to });
    expect(message.html).not.toContain("<img src=x");
    expect(message.html).toContain("&lt;img src&#x3D;x onerror&#x3D;&quot;alert(1)&quot;&gt; &amp; Co");
    expect(message.text).toContain('<img src=x onerror="alert(1)"> & Co');
  });

  test("without substitutions the mail still makes sense, by Verify's own sentence", async () => {
    const to = "plain@shop.example";
    await realVerify(emulator.url).verifications.create({ to, channel: "email", locale: "es" });
    const message = await inbox.waitForMessage({ to });
    for (const said of [message.text, message.html]) {
      expect(said).toContain(`Su código de verificación de shop es: ${message.code}`);
    }
    expect(message.text.startsWith(message.code ?? "-")).toBe(true);
    expect(message.html).not.toContain("<a ");
    expect(message.text).not.toMatch(/http|not me|\n{3,}/i);
  });

  test("the template has no words of its own, so that one serves every language", async () => {
    const to = "wordless@shop.example";
    const substitutions = { locale: "ar", direction: "rtl", shop_name: "1", shop_domain: "2", device: "3", time: "4" };
    const links = { prefill_url: "https://5.example", not_me_url: "https://6.example" };
    const words = ["is_your_code", "is_your_one_time_code", "heading", "confirms", "life", "where", "never", "fill_in"]
      .concat(["fill_in_how", "fill_in_by_link", "asked_from", "when", "if_not", "end", "end_by_link", "not_me", "why"])
      .map((name, index) => [`text_${name}`, `(${index})`]);
    await realVerify(emulator.url).verifications.create({
      to,
      channel: "email",
      channelConfiguration: { substitutions: { ...substitutions, ...links, ...Object.fromEntries(words) } },
    });
    const { subject, html, text } = await inbox.waitForMessage({ to });
    const body = (html ?? "").replace(/<style[\s\S]*?<\/style>|<[^>]+>|&\w+;/g, "");
    expect(`${subject} ${body} ${text.replace(/https:\S+/g, "")}`).not.toMatch(/\p{L}/u);
    expect(html?.match(/lang="ar" dir="rtl"/g)).toHaveLength(2);
    for (const [name, mark] of words) expect(`${subject}${html}${text}`, name).toContain(mark);
  });

  test("its links contain the code only after the #, and no click tracker may change them", async () => {
    const to = "links@shop.example";
    const prefill = "https://shop.example/otp/AbC-_123";
    const notMe = "https://shop.example/not-me/xYz-_456";
    await sendCode(to, { prefill_url: prefill, not_me_url: notMe });
    const message = await inbox.waitForMessage({ to });
    expect(messageLinks(message)).toEqual([`${prefill}#${message.code}`, notMe]);
    expect(message.text.split("\n")).toEqual(expect.arrayContaining([`${prefill}#${message.code}`, notMe]));
    const anchors = message.html?.match(/<a\b[^>]*>/g) ?? [];
    expect(anchors).toHaveLength(2);
    for (const anchor of anchors) expect(anchor).toContain('clicktracking="off"');
  });

  test("its last line tells a phone which domain the code belongs to (R46)", async () => {
    const to = "autofill@shop.example";
    await sendCode(to, { not_me_url: "https://shop.example/not-me/x" });
    const { text, code } = await inbox.waitForMessage({ to });
    expect(text.trimEnd().split("\n").at(-1)).toBe(`@shop.example #${code}`);
  });

  test("each code mail passes through SendGrid's own mail send", async () => {
    const to = "traced@shop.example";
    await sendCode(to);
    const entries = await inbox.journal({ to });
    expect(entries.map(({ path, status }) => [path.replace(/VA\w+/, "VA"), status])).toEqual([
      ["/v2/Services/VA/Verifications", 201],
      ["/v3/mail/send", 202],
    ]);
  });

  test("the journal holds neither codes nor keys", async () => {
    const to = "journal@shop.example";
    const { sid } = await sendCode(to);
    const code = await inbox.latestCode(to);
    await realVerify(emulator.url).verificationChecks.create({ verificationSid: sid, code });
    const text = JSON.stringify(await inbox.journal({ to }));
    expect(text).not.toContain(code);
    expect(text).not.toContain(defaultAccount.authToken);
    expect(text).not.toContain(defaultAccount.sendgridApiKey);
  });
});

describe("mail send", () => {
  test("a plain mail is accepted with 202 and a message id and arrives", async () => {
    const to = "notice@shop.example";
    const [response] = await mail.send({ to, from, subject: "You logged in", text: "Hello", html: "<p>Hello</p>" });
    expect(response.statusCode).toBe(202);
    expect(response.headers["x-message-id"]).toMatch(/^[\w.]+$/);
    const message = await inbox.waitForMessage({ to, subject: "logged in" });
    expect(message).toMatchObject({ subject: "You logged in", text: "Hello", html: "<p>Hello</p>", code: null });
  });

  test("sandbox mode answers 200 and delivers nothing", async () => {
    const to = "sandbox@shop.example";
    const mailSettings = { sandboxMode: { enable: true } };
    const [response] = await mail.send({ to, from, subject: "Hi", text: "Hello", mailSettings });
    expect(response.statusCode).toBe(200);
    expect(await inbox.messages({ to })).toEqual([]);
  });

  test("requests beyond the account's limit are refused with 429, and every answer says how many are left", async () => {
    const names = await inbox.addAccount();
    const limited = realSendgrid(emulator.url, names.sendgridApiKey);
    await inbox.changeAccount(names.accountSid, { requestsPerMinute: 1 });
    const order = { to: "a@b.example", from, subject: "Hi", text: "Hello" };
    const [response] = await limited.send(order);
    expect(response.headers["x-ratelimit-remaining"]).toBe("0");
    expect(await problem(limited.send(order))).toMatchObject({ code: 429, message: "too many requests" });
  });

  test("an unknown key is refused with 401", async () => {
    const stranger = realSendgrid(emulator.url, "SG.unknown.key");
    expect(await problem(stranger.send({ to: "a@b.example", from, subject: "Hi", text: "Hello" }))).toEqual({
      code: 401,
      message: "The provided authorization grant is invalid, expired, or revoked",
      field: null,
    });
  });

  test("an unverified sender is refused with 403", async () => {
    const order = { to: "a@b.example", from: "spoof@other.example", subject: "Hi", text: "Hello" };
    expect(await problem(mail.send(order))).toMatchObject({ code: 403, field: "from" });
  });

  test.each([
    ["no recipient", { personalizations: [{ to: [] }], subject: "Hi" }, "personalizations.0.to"],
    ["an address that is none", { to: "nobody", subject: "Hi", text: "Hello" }, "personalizations.0.to.0.email"],
    ["no subject", { to: "a@b.example", text: "Hello" }, "subject"],
    ["an unknown template", { to: "a@b.example", templateId: `d-${"9".repeat(32)}` }, "template_id"],
    [
      "eleven categories",
      { to: "a@b.example", subject: "Hi", text: "Hello", categories: Array(11).fill("c") },
      "categories",
    ],
  ])("%s is refused with 400 and the name of the field", async (_name, order, field) => {
    const refused = mail.send({ from, content: [{ type: "text/plain", value: "Hi" }], ...order } as never);
    expect(await problem(refused)).toMatchObject({ code: 400, field });
  });
});
