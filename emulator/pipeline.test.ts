import { describe, expect, test } from "vitest";
import { realSendgridClient, realVerify, refusal } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

const { emulator, control, names } = testEmulator("each test");

const to = "reader@shop.example";

function send(channelConfiguration: Record<string, unknown> = {}) {
  return realVerify(emulator.url, names).verifications.create({ to, channel: "email", channelConfiguration });
}

async function addTemplate(subject: string, html: string, active = 1): Promise<string> {
  const client = realSendgridClient(emulator.url, names.sendgridApiKey);
  const [, template] = await client.request({
    method: "POST",
    url: "/v3/templates",
    body: { name: "Test", generation: "dynamic" },
  });
  await client.request({
    method: "POST",
    url: `/v3/templates/${template.id}/versions`,
    body: { name: "One", subject, html_content: html, active },
  });
  return template.id;
}

describe("a code mail that cannot be sent is refused with the reason", () => {
  test("60217 without an email integration", async () => {
    await control.changeService(names.accountSid, names.verifyServiceSid, { mailerSid: null });
    expect(await refusal(send())).toEqual({ status: 400, code: 60217 });
  });

  test("60218 with a template that has no active version", async () => {
    const inactive = await addTemplate("{{twilio_code}}", "<p>{{twilio_code}}</p>", 0);
    expect(await refusal(send({ template_id: inactive }))).toEqual({ status: 400, code: 60218 });
    expect(await refusal(send({ template_id: `d-${"0".repeat(32)}` }))).toEqual({ status: 400, code: 60218 });
  });

  test("60219 with a template without a place for the code", async () => {
    const forgetful = await addTemplate("Your code", "<p>Here it is.</p>");
    expect(await refusal(send({ template_id: forgetful }))).toEqual({ status: 400, code: 60219 });
  });

  test("60222 with an unverified sender", async () => {
    expect(await refusal(send({ from: "spoof@other.example" }))).toEqual({ status: 403, code: 60222 });
  });

  test("60223 while the channel is switched off", async () => {
    await control.changeService(names.accountSid, names.verifyServiceSid, { disabledChannels: ["email"] });
    expect(await refusal(send())).toEqual({ status: 400, code: 60223 });
  });

  test("60603 when the credits are spent", async () => {
    await control.changeAccount(names.accountSid, { credits: 1 });
    expect(await refusal(send())).toBeUndefined();
    expect(await refusal(send())).toEqual({ status: 401, code: 60603 });
  });

  test("60604 with a key that may not send", async () => {
    await control.changeAccount(names.accountSid, {
      sendgridKeys: [{ key: names.sendgridApiKey, scopes: ["templates.read"] }],
    });
    expect(await refusal(send())).toEqual({ status: 401, code: 60604 });
  });

  test("60200 with a ChannelConfiguration that is not JSON", async () => {
    const path = `${emulator.url}/v2/Services/${names.verifyServiceSid}/Verifications`;
    const response = await fetch(path, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${names.accountSid}:${names.authToken}`)}` },
      body: new URLSearchParams({ To: to, Channel: "email", ChannelConfiguration: "{" }),
    });
    expect(await response.json()).toEqual({
      code: 60200,
      message: "Invalid parameter: ChannelConfiguration",
      more_info: "https://www.twilio.com/docs/errors/60200",
      status: 400,
    });
  });
});

describe("what a template can hold", () => {
  test("SendGrid's conditions and Verify's own words are filled in", async () => {
    const template = await addTemplate(
      "{{twilio_message}}",
      '{{#equals kind "login"}}in{{else}}up{{/equals}} {{insert nobody "default=friend"}} {{twilio_service_name}} {{twilio_message_without_code}}',
    );
    await send({ template_id: template, substitutions: { kind: "login" } });
    const message = await control.waitForMessage({ to, subject: "verification code" });
    expect(message.subject).toBe(`Your shop verification code is: ${message.code}`);
    expect(message.html).toBe("in friend shop Your shop verification code is:");
  });

  test("a sender is verified by the link in its mail, and can send then", async () => {
    const client = realSendgridClient(emulator.url, names.sendgridApiKey);
    const from = "shop@new.example";
    await client.request({
      method: "POST",
      url: "/v3/verified_senders",
      body: { nickname: "Shop", from_email: from, reply_to: from },
    });
    const mail = await control.waitForMessage({ to: from });
    await client.request({ method: "GET", url: mail.text.split("\n")[1] ?? "" });
    expect(await refusal(send({ from }))).toBeUndefined();
  });
});

describe("tenants", () => {
  test("two accounts share neither services nor verifications", async () => {
    const other = await control.addAccount();
    const { sid } = await send();
    const stranger = realVerify(emulator.url, { ...other, verifyServiceSid: names.verifyServiceSid });
    expect(await refusal(stranger.verifications(sid).fetch())).toEqual({ status: 404, code: 20404 });
    expect((await realVerify(emulator.url, other).verifications.create({ to, channel: "email" })).sid).not.toBe(sid);
  });

  test("an API key opens the account it belongs to", async () => {
    const created = await fetch(`${emulator.url}/emulator/accounts/${names.accountSid}/keys`, { method: "POST" });
    const key: { sid: string; secret: string } = await created.json();
    const path = `${emulator.url}/v2/Services/${names.verifyServiceSid}`;
    const open = (secret: string) =>
      fetch(path, { headers: { authorization: `Basic ${btoa(`${key.sid}:${secret}`)}` } });
    expect((await open(key.secret)).status).toBe(200);
    expect((await open("guess")).status).toBe(401);
  });
});
