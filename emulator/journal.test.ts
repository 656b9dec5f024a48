import { expect, test } from "vitest";
import { realSendgrid, realSendgridClient, realTwilio, realVerify, refusal } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

const { emulator, control, names } = testEmulator("all tests");

test("an entry shows the account of a request, its result and its ID", async () => {
  const to = "entry@shop.example";
  const { verifications } = realVerify(emulator.url, names);
  for (let sends = 0; sends < 6; sends++) await refusal(verifications.create({ to, channel: "email" }));
  const entries = await control.journal({ to, path: "/v2/" });
  expect(entries.at(-1)).toMatchObject({
    method: "POST",
    accountSid: names.accountSid,
    status: 429,
    errorCode: 60203,
    requestId: expect.stringMatching(/^RQ[0-9a-f]{32}$/),
    faultId: null,
  });
});

test("the journal contains no codes, keys, tokens or mail texts of any request", async () => {
  const [to, from] = ["secret@shop.example", names.fromEmail];
  const { services } = realTwilio(emulator.url, names).verify.v2;
  await services(names.verifyServiceSid).update({ customCodeEnabled: true });
  const phone = { to: "+4915112345678", channel: "sms", customCode: "7391582046" };
  await realVerify(emulator.url, names).verifications.create(phone);
  await realVerify(emulator.url, names).verificationChecks.create({ to: phone.to, code: "7391582046" });
  const attachments = [{ content: "c2VjcmV0LWF0dGFjaG1lbnQ=", filename: "a.txt" }];
  const mail = { to, from, subject: "secret-subject", text: "secret-text", attachments };
  await realSendgrid(emulator.url, names.sendgridApiKey).send(mail);
  const client = realSendgridClient(emulator.url, names.sendgridApiKey);
  const settings = { url: "http://127.0.0.1:1/", oauth_client_id: "id", oauth_client_secret: "secret-oauth" };
  await client.request({ method: "POST", url: "/v3/user/webhooks/event/settings", body: settings });
  const sender = { nickname: "n", from_email: to, reply_to: to };
  await client.request({ method: "POST", url: "/v3/verified_senders", body: sender });
  const { text } = await control.waitForMessage({ to, subject: "verify your sender" });
  const link = text.split("\n")[1] ?? "";
  await client.request({ method: "GET", url: link });

  const journal = JSON.stringify(await control.journal());
  const token = link.split("/").at(-1) ?? "";
  const secrets = ["7391582046", "secret-", "c2VjcmV0", token, names.authToken, names.sendgridApiKey];
  for (const secret of secrets) expect(journal, secret).not.toContain(secret);
  expect(journal).toContain("/v3/verified_senders/verify/[redacted]");
});
