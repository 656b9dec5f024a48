import { createPublicKey, verify } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AccountNames } from "@/emulator/accounts/add-account";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { realSendgrid, realSendgridClient } from "@/emulator/real-sdks";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

type Post = { body: string; signature: string; timestamp: string };

let emulator: RunningEmulator;
let control: EmulatorClient;
let receiver: Server;
let receiverUrl: string;
let names: AccountNames;
let posts: Post[] = [];
let refuseNext = 0;

beforeAll(async () => {
  emulator = await startEmulator();
  control = createEmulatorClient(emulator.url);
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      posts.push({
        body: Buffer.concat(chunks).toString("utf8"),
        signature: String(request.headers["x-twilio-email-event-webhook-signature"]),
        timestamp: String(request.headers["x-twilio-email-event-webhook-timestamp"]),
      });
      response.statusCode = refuseNext-- > 0 ? 503 : 204;
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook`;
});

beforeEach(async () => {
  posts = [];
  refuseNext = 0;
  names = await control.addAccount();
});

afterAll(async () => {
  receiver.close();
  await emulator.close();
});

async function addWebhook(): Promise<string> {
  const client = realSendgridClient(emulator.url, names.sendgridApiKey);
  const flags = { processed: true, delivered: true, deferred: true, bounce: true, dropped: true };
  const url = "/v3/user/webhooks/event/settings";
  const [, webhook] = await client.request({
    method: "POST",
    url,
    body: { url: receiverUrl, enabled: true, ...flags },
  });
  const [, signed] = await client.request({
    method: "PATCH",
    url: `${url}/signed/${webhook.id}`,
    body: { enabled: true },
  });
  return signed.public_key;
}

function send(to: string) {
  const from = { email: names.fromEmail, name: names.fromName };
  return realSendgrid(emulator.url, names.sendgridApiKey).send({
    to,
    from,
    subject: "Hi",
    text: "Hello",
    customArgs: { user: "u1" },
  });
}

function eventsOf(post: Post | undefined): { event: string; email: string; user: string; sg_message_id: string }[] {
  return JSON.parse(post?.body ?? "[]");
}

describe("delivery events", () => {
  test("a delivered mail is reported with its message ID and custom arguments, signed with the webhook's key", async () => {
    const publicKey = await addWebhook();
    const [response] = await send("happy@shop.example");
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(1);
    const [post] = posts;
    const events = eventsOf(post);
    expect(events.map(({ event }) => event)).toEqual(["processed", "delivered"]);
    expect(events[0]).toMatchObject({ email: "happy@shop.example", user: "u1" });
    expect(events[0]?.sg_message_id.startsWith(response.headers["x-message-id"])).toBe(true);

    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    const isGenuine = (body: string) =>
      verify("sha256", Buffer.from((post?.timestamp ?? "") + body), key, Buffer.from(post?.signature ?? "", "base64"));
    expect(isGenuine(post?.body ?? "")).toBe(true);
    expect(isGenuine(`${post?.body} `)).toBe(false);
  });

  test.each([
    ["bounce@shop.example", ["processed", "bounce"]],
    ["blocked@shop.example", ["processed", "bounce"]],
    ["dropped@shop.example", ["dropped"]],
    ["deferred+1@shop.example", ["processed", "deferred", "delivered"]],
  ])("a mail to %s ends as %j", async (to, expected) => {
    await addWebhook();
    await send(to);
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(1);
    expect(eventsOf(posts[0]).map(({ event }) => event)).toEqual(expected);
  });

  test("after a bounce the next mail there is dropped, until the bounce is removed", async () => {
    const to = "Moved@shop.example";
    await addWebhook();
    await control.setDelivery("moved@shop.example", "bounced");
    await send(to);
    await send(to);
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(2);
    expect(posts.map((post) => eventsOf(post).at(-1)?.event).toSorted()).toEqual(["bounce", "dropped"]);
    const client = realSendgridClient(emulator.url, names.sendgridApiKey);
    const [, bounces] = await client.request({ method: "GET", url: "/v3/suppression/bounces" });
    expect(bounces).toMatchObject([{ email: "moved@shop.example" }]);
    const [removed] = await client.request({ method: "DELETE", url: `/v3/suppression/bounces/${to}` });
    expect(removed.statusCode).toBe(204);
  });

  test.each([
    ["bounces", "Bounced Address"],
    ["spam_reports", "Spam Reporting Address"],
    ["invalid_emails", "Invalid"],
    ["global", "Unsubscribed Address"],
  ] as const)("a mail to an address on the list %s is dropped as: %s", async (list, reason) => {
    const to = `${list}@shop.example`;
    await addWebhook();
    await control.suppress(names.accountSid, list, to);
    await send(to);
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(1);
    expect(eventsOf(posts[0])).toMatchObject([{ event: "dropped", reason }]);
  });

  test("a blocked mail puts its address on the blocks, which do not keep the next mail back", async () => {
    const to = "doubted@shop.example";
    await addWebhook();
    await control.setDelivery(to, "blocked");
    await send(to);
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(1);
    expect(eventsOf(posts[0]).at(-1)).toMatchObject({ event: "bounce", type: "blocked" });
    const client = realSendgridClient(emulator.url, names.sendgridApiKey);
    const [, blocks] = await client.request({ method: "GET", url: "/v3/suppression/blocks" });
    expect(blocks).toMatchObject([{ email: to, status: "5.7.1" }]);
    await control.setDelivery(to, "delivered");
    await send(to);
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(2);
    const events = posts.flatMap(eventsOf).map(({ event }) => event);
    expect(events).toEqual(["processed", "bounce", "processed", "delivered"]);
  });

  test("a mail that never arrived gives its address no code", async () => {
    await send("bounce@shop.example");
    await expect(control.waitForMessage({ to: "bounce@shop.example", timeoutMs: 30 })).rejects.toThrow("408");
  });

  test("a refused post is sent again with the same events", async () => {
    await addWebhook();
    refuseNext = 1;
    await send("again@shop.example");
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(1);
    await control.advanceClock(6_000);
    await expect.poll(() => posts.length, { timeout: 4_000 }).toBe(2);
    expect(posts[1]?.body).toBe(posts[0]?.body);
    await control.resetClock();
  });
});
