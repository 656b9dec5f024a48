import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { realSendgrid, realVerify } from "@/emulator/real-sdks";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

let emulator: RunningEmulator;
let inbox: EmulatorClient;

beforeAll(async () => {
  emulator = await startEmulator();
  inbox = createEmulatorClient(emulator.url);
});

afterAll(() => emulator.close());

const attack = '<script>alert("x")</script>';

async function pageOf(path: string): Promise<{ text: string; policy: string }> {
  const response = await fetch(emulator.url + path);
  return { text: await response.text(), policy: response.headers.get("content-security-policy") ?? "" };
}

test("the page shows address, subject and code of each message, and the life of the code", async () => {
  const to = "page@shop.example";
  const verify = realVerify(emulator.url);
  await verify.verifications.create({ to, channel: "email" });
  const message = await inbox.waitForMessage({ to });
  const wrong = message.code === "000000" ? "111111" : "000000";
  await verify.verificationChecks.create({ to, code: wrong });
  const { text } = await pageOf(`/?message=${message.id}`);
  for (const words of [to, message.subject, `data-copy="${message.code}"`, "Code sent", "A wrong code was tried"])
    expect(text).toContain(words);
});

test("the content of a mail cannot become part of the page", async () => {
  const to = "attacked@shop.example";
  const from = { email: defaultAccount.fromEmail, name: attack };
  await realSendgrid(emulator.url).send({ to, from, subject: attack, text: attack });
  const { id } = await inbox.waitForMessage({ to });
  const { text, policy } = await pageOf(`/?message=${id}&search=${encodeURIComponent(attack)}`);
  expect(text).not.toContain(attack);
  expect(text).toContain("&lt;script&gt;");
  expect(policy).toContain("script-src 'self'");
});

test("the page of a mail runs no script and loads nothing", async () => {
  const to = "framed@shop.example";
  await realSendgrid(emulator.url).send({ to, from: defaultAccount.fromEmail, subject: "Hi", html: attack });
  const { id } = await inbox.waitForMessage({ to });
  const { text, policy } = await pageOf(`/emulator/messages/${id}/page`);
  expect(text).toBe(attack);
  expect(policy).toMatch(/^sandbox allow-same-origin; default-src 'none'/);
});

test("a reader of the event stream is told of a new message", async () => {
  const abort = new AbortController();
  const response = await fetch(`${emulator.url}/emulator/events`, { signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await realVerify(emulator.url).verifications.create({ to: "heard@shop.example", channel: "email" });
  let heard = "";
  while (!heard.includes("heard@shop.example")) heard += (await reader?.read())?.value ?? "";
  expect(heard).toContain("event: arrived");
  abort.abort();
});
