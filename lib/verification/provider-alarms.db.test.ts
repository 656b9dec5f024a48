import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { sendDueEvents } from "@/lib/events/send-events";
import { shopConfig } from "@/shop.config";
import { eventSecret, startEventReceiver } from "@/test/event-receiver";
import { createUser, inbox } from "@/test/login-parts";
import { tellProviderAlarms } from "./provider-alarms";
import { recordProviderOutcome } from "./provider-health";
import { twilioProvider } from "./twilio-provider";

const shop = shopConfig.name;
let newestBefore: bigint;
const operator = () => env().SENDGRID_FROM_EMAIL;

beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "info").mockImplementation(() => {});
  await db().providerHealth.deleteMany();
  await db().outboxMail.deleteMany();
  await db().eventStream.deleteMany();
  await inbox.clear(operator());
  newestBefore = (await db().auditEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n;
});

afterEach(async () => {
  await inbox.clearFaults();
  await db().providerHealth.deleteMany();
  await db().outboxMail.deleteMany();
});

async function fail(times: number, provider: "twilio" | "sendgrid" = "twilio") {
  for (let time = 0; time < times; time++) await recordProviderOutcome(provider, "20503");
}

const succeed = () => recordProviderOutcome("twilio", null);

async function subjects(): Promise<string[]> {
  await sendDueMails();
  return (await inbox.messages({ to: operator() })).map(({ subject }) => subject ?? "").reverse();
}

/** In the trail. */
async function told(): Promise<string[]> {
  const name = { in: ["provider_failed", "provider_recovered"] };
  const events = await db().auditEvent.findMany({ where: { name, id: { gt: newestBefore } }, orderBy: { id: "asc" } });
  return events.map((event) => `${event.name} ${(event.details as { provider: string }).provider}`);
}

const change = (data: { failingSince?: Date; alarmedAt?: Date }) => db().providerHealth.updateMany({ data });
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe("a provider that fails", () => {
  it("raises one alarm by mail and in the trail with the fifth failure, and one when it works again (R42)", async () => {
    await fail(4);
    await tellProviderAlarms();
    expect(await told()).toEqual([]);
    await fail(3);
    expect(await told()).toEqual(["provider_failed twilio"]);
    expect(await subjects()).toEqual([`Twilio is failing: ${shop}`]);
    const [mail] = await inbox.messages({ to: operator() });
    expect(mail?.text).toContain("20503");
    expect(mail?.text).toContain(`${env().APP_URL}/admin`);
    await succeed();
    expect(await told()).toEqual(["provider_failed twilio", "provider_recovered twilio"]);
    expect(await subjects()).toEqual([`Twilio is failing: ${shop}`, `Twilio works again: ${shop}`]);
  });

  it("raises an alarm after one failure, when two minutes pass without a success (R42)", async () => {
    await fail(1);
    await tellProviderAlarms();
    await change({ failingSince: minutesAgo(2) });
    expect(await told()).toEqual([]);
    await tellProviderAlarms();
    expect(await told()).toEqual(["provider_failed twilio"]);
  });

  it("raises no alarm when a success follows a failure, however long ago an earlier one was", async () => {
    await fail(1);
    await change({ failingSince: minutesAgo(60) });
    await succeed();
    await tellProviderAlarms();
    await fail(1);
    expect(await told()).toEqual([]);
    expect(await subjects()).toEqual([]);
  });

  it("that comes and goes raises one alarm an hour", async () => {
    for (let round = 0; round < 3; round++) {
      await fail(5);
      await succeed();
    }
    expect(await told()).toEqual(["provider_failed twilio", "provider_recovered twilio"]);
    await fail(5);
    await change({ alarmedAt: minutesAgo(61) });
    await tellProviderAlarms();
    expect(await told()).toHaveLength(3);
  });

  it("raises one alarm when ten processes notice it at once", async () => {
    await fail(4);
    await Promise.all(Array.from({ length: 10 }, () => fail(1)));
    await Promise.all(Array.from({ length: 10 }, tellProviderAlarms));
    expect(await told()).toEqual(["provider_failed twilio"]);
    expect(await db().outboxMail.count({ where: { kind: "provider-alarm" } })).toBe(1);
  });

  it("is noticed by the sending of a code with a wrong key (R42)", async () => {
    const { email } = await createUser();
    await inbox.addFault({ match: { to: email, path: "/Verifications$" }, action: { code: 20003 } });
    const requestedAt = new Date();
    const clock = { locale: "en", timeZone: null } as const;
    const context = { clock, device: "a test", requestedAt, expiresAt: requestedAt, prefillUrl: "", notMeUrl: "" };
    for (let time = 0; time < 5; time++) {
      expect(await twilioProvider.start(email, "email", context)).toEqual({ ok: false, error: "PROVIDER_UNAVAILABLE" });
    }
    expect(await told()).toEqual(["provider_failed twilio"]);
    const [mail] = await db().outboxMail.findMany({ where: { kind: "provider-alarm" } });
    expect(mail?.facts).toMatchObject({ provider: "twilio", state: "failing", errorCode: "20003" });
    expect(JSON.stringify(mail?.facts)).not.toContain(email);
  });
});

describe("SendGrid that fails", () => {
  it("holds up the mail about it, which goes when SendGrid works again, and not the webhook (R42)", async () => {
    const receiver = await startEventReceiver();
    const target = { url: receiver.url, secrets: [eventSecret], mayReach: () => true };
    await sendDueEvents({ target });
    await fail(5, "sendgrid");
    await sendDueEvents({ target });
    expect(receiver.events.map(({ type, data }) => [type, data.details])).toEqual([
      ["provider_failed", { provider: "sendgrid", errorCode: "20503" }],
    ]);
    expect(await subjects()).toEqual([]);
    // The breaker lets a try through.
    await db().providerHealth.updateMany({ data: { lastFailureAt: minutesAgo(1) } });
    await db().outboxMail.updateMany({ data: { dueAt: new Date(0) } });
    expect(await subjects()).toEqual([`SendGrid is failing: ${shop}`]);
    expect(await subjects()).toEqual([`SendGrid is failing: ${shop}`, `SendGrid works again: ${shop}`]);
    await sendDueEvents({ target });
    expect(receiver.events.map(({ type }) => type)).toEqual(["provider_failed", "provider_recovered"]);
    await receiver.stop();
  });
});
