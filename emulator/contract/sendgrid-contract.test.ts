import { describe, expect, test, vi } from "vitest";
import { hasSpecs, type SpecFile } from "@/emulator/contract/patched-specs";
import { testProxy } from "@/emulator/contract/validating-proxy";
import { realSendgrid, realSendgridClient } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

// The descriptions are compiled operation by operation: on a busy machine that takes longer than one test usually may.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** The operations of SendGrid that the emulator plays. Missing ones belong to batches, inbound parse and OAuth policies. */
const played: Partial<Record<SpecFile, string[]>> = {
  "tsg_mail_v3.json": ["SendMail"],
  "tsg_templates_v3.json": [
    ...["CreateTemplate", "ListTemplate", "GetTemplate", "UpdateTemplate", "DuplicateTemplate", "DeleteTemplate"],
    ...["CreateTemplateVersion", "GetTemplateVersion", "UpdateTemplateVersion"],
    ...["ActivateTemplateVersion", "DeleteTemplateVersion"],
  ],
  "tsg_verified_senders_v3.json": [
    ...["CreateVerifiedSender", "ListVerifiedSender", "UpdateVerifiedSender", "DeleteVerifiedSender"],
    ...["ResendVerifiedSender", "VerifySenderToken"],
    ...["ListVerifiedSenderStepsCompleted", "ListVerifiedSenderDomain"],
  ],
  "tsg_webhooks_v3.json": [
    ...["CreateEventWebhook", "ListEventWebhook", "GetEventWebhook", "UpdateEventWebhook", "DeleteEventWebhook"],
    ...["GetSignedEventWebhook", "UpdateSignedEventWebhook", "TestEventWebhook"],
  ],
};

describe.skipIf(!hasSpecs("the contract of SendGrid"))(
  "SendGrid's SDK against the emulator, by SendGrid's files",
  () => {
    const { emulator, control, names } = testEmulator("all tests");
    const proxy = testProxy(emulator);

    type Method = "GET" | "POST" | "PATCH" | "DELETE";

    async function call(method: Method, url: string, body?: object, qs?: object) {
      const client = realSendgridClient(proxy.url, names.sendgridApiKey);
      const [response, answer] = await client.request({
        method,
        url,
        ...(body === undefined ? {} : { body }),
        ...(qs === undefined ? {} : { qs: { ...qs } }),
      });
      return { status: response.statusCode, body: answer };
    }

    test("mails are sent as described: plain, by template and with all options of the shop", async () => {
      const mail = realSendgrid(proxy.url, names.sendgridApiKey);
      const from = { email: names.fromEmail, name: "Shop" };
      const to = "contract@shop.example";
      const [plain] = await mail.send({
        ...{ to, from, replyTo: from, subject: "Hi", text: "Hello", html: "<p>Hello</p>" },
        ...{ customArgs: { user: "u1" }, categories: ["login"], headers: { "X-Shop": "1" } },
        attachments: [{ content: "aGk=", filename: "hi.txt", type: "text/plain", disposition: "attachment" }],
        trackingSettings: { clickTracking: { enable: false } },
      });
      expect([plain.statusCode, plain.body]).toEqual([202, ""]);
      const dynamicTemplateData = { twilio_code: "123456" };
      const [templated] = await mail.send({ to, from, templateId: names.templateId, dynamicTemplateData });
      expect(templated.headers["x-message-id"]).toMatch(/^[\w.]+$/);
    });

    test("mails that are refused are refused as described", async () => {
      const mail = realSendgrid(proxy.url, names.sendgridApiKey);
      const order = { to: "a@b.example", from: names.fromEmail, subject: "Hi", text: "Hello" };
      await expect(mail.send({ ...order, to: "nobody" })).rejects.toMatchObject({ code: 400 });
      await expect(mail.send({ ...order, from: "spoof@other.example" })).rejects.toMatchObject({ code: 403 });
      await expect(realSendgrid(proxy.url, "SG.unknown.key").send(order)).rejects.toMatchObject({ code: 401 });
    });

    test("templates and their versions are kept as described", async () => {
      const templates = "/v3/templates";
      const { id } = (await call("POST", templates, { name: "Code", generation: "dynamic" })).body;
      const versions = `${templates}/${id}/versions`;
      const content = { name: "One", subject: "{{twilio_code}}", html_content: "<p>{{twilio_code}}</p>", active: 0 };
      const version = (await call("POST", versions, content)).body;
      expect((await call("GET", `${versions}/${version.id}`)).body.active).toBe(0);
      await call("PATCH", `${versions}/${version.id}`, { name: "Two", subject: "s" });
      expect((await call("POST", `${versions}/${version.id}/activate`)).body.active).toBe(1);
      expect((await call("GET", `${templates}/${id}`)).body.versions).toHaveLength(1);
      await call("PATCH", `${templates}/${id}`, { name: "New name" });
      const copy = (await call("POST", `${templates}/${id}`, { name: "Copy" })).body;
      expect(copy).toMatchObject({ name: "Copy", versions: [{ name: "Two", active: 1 }] });
      const found = (await call("GET", templates, undefined, { generations: "dynamic", page_size: 10 })).body.result;
      expect(found.map(({ name }: { name: string }) => name)).toContain("Copy");
      expect((await call("DELETE", `${versions}/${version.id}`)).status).toBe(204);
      expect((await call("DELETE", `${templates}/${id}`)).status).toBe(204);
    });

    test("senders are added, verified by mail, changed and removed as described", async () => {
      const senders = "/v3/verified_senders";
      const from_email = "shop@sender.example";
      const { id } = (await call("POST", senders, { nickname: "Shop", from_email, reply_to: from_email })).body;
      await call("POST", `${senders}/resend/${id}`);
      const { text } = await control.waitForMessage({ to: from_email });
      expect((await call("GET", text.split("\n")[1] ?? "")).status).toBe(204);
      const change = { nickname: "Store", from_email, reply_to: from_email };
      expect((await call("PATCH", `${senders}/${id}`, change)).body).toMatchObject({
        nickname: "Store",
        verified: true,
      });
      expect((await call("GET", senders)).body.results).toHaveLength(1);
      expect((await call("GET", `${senders}/steps_completed`)).body.results.sender_verified).toBe(true);
      expect((await call("GET", `${senders}/domains`)).body.results.hard_failures).toContain("yahoo.com");
      expect((await call("DELETE", `${senders}/${id}`)).status).toBe(204);
    });

    test("event webhooks are set up, signed, tried and removed as described", async () => {
      const settings = "/v3/user/webhooks/event/settings";
      const oauth = { oauth_client_id: "c1", oauth_client_secret: "s1", oauth_token_url: "http://127.0.0.1:1/token" };
      const flags = { delivered: true, bounce: true };
      const webhook = { url: "http://127.0.0.1:1/", enabled: false, friendly_name: "Shop", ...flags, ...oauth };
      const { id } = (await call("POST", settings, webhook)).body;
      expect((await call("PATCH", `${settings}/${id}`, { ...webhook, dropped: true })).body.dropped).toBe(true);
      const signed = (await call("PATCH", `${settings}/signed/${id}`, { enabled: true })).body.public_key;
      expect((await call("GET", `${settings}/signed/${id}`)).body).toEqual({ id, public_key: signed });
      expect((await call("GET", `${settings}/${id}`)).body.public_key).toBe(signed);
      expect((await call("GET", `${settings}/all`)).body.webhooks).toHaveLength(1);
      expect((await call("POST", "/v3/user/webhooks/event/test", { id, url: webhook.url })).status).toBe(204);
      expect((await call("DELETE", `${settings}/${id}`)).status).toBe(204);
    });

    test.each(Object.entries(played) as [SpecFile, string[]][])(
      "the tests call every operation of %s that the emulator implements, and no other",
      (file, operations) => {
        console.info(proxy.tally(file));
        expect(proxy.covered(file)).toEqual(operations.toSorted());
      },
    );
  },
);
