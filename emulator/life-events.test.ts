import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountNames } from "@/emulator/accounts/add-account";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { realVerify } from "@/emulator/real-sdks";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

type CloudEvent = { type: string; data: { to: string; verification_status: string; verified_at: string | null } };

let emulator: RunningEmulator;
let control: EmulatorClient;
let names: AccountNames;
let receiver: Server;
let origin: string;
const posts: { path: string; signature: string; body: string }[] = [];

beforeAll(async () => {
  emulator = await startEmulator();
  control = createEmulatorClient(emulator.url);
  names = await control.addAccount();
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const signature = String(request.headers["x-twilio-signature"]);
      posts.push({ path: request.url ?? "", signature, body: Buffer.concat(chunks).toString("utf8") });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  await fetch(`${emulator.url}/emulator/accounts/${names.accountSid}/sinks`, {
    method: "POST",
    body: JSON.stringify({ url: `${origin}/sink` }),
  });
});

afterAll(async () => {
  receiver.close();
  await emulator.close();
});

function told(to: string): string[] {
  return posts
    .flatMap(({ body }): CloudEvent[] => JSON.parse(body))
    .filter(({ data }) => data.to === to)
    .map(({ type }) => type.replace("com.twilio.accountsecurity.verify.verification.", ""));
}

const patience = { timeout: 4_000 };

test("each event of a verification is reported, signed as Twilio's own library expects", async () => {
  const verify = realVerify(emulator.url, names);
  const [to, late] = ["told@shop.example", "late@shop.example"];
  await verify.verifications.create({ to: late, channel: "email" });
  await verify.verifications.create({ to, channel: "email" });
  await verify.verificationChecks.create({ to, code: await control.latestCode(to) });
  await expect.poll(() => told(to), patience).toEqual(["pending", "approved"]);
  await control.advanceClock(600_000, late);
  await expect.poll(() => told(late), patience).toEqual(["pending", "expired"]);
  for (const { path, signature, body } of posts) {
    expect(twilio.validateRequestWithBody(names.authToken, signature, origin + path, body)).toBe(true);
    expect(twilio.validateRequestWithBody(names.authToken, signature, origin + path, `${body} `)).toBe(false);
  }
});
