import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "@/lib/hosts";
import { type EventReceiver, eventSecret, startEventReceiver } from "@/test/event-receiver";
import { type EventTarget, postMessage } from "./post-message";
import { signMessage, type TrailEvent, writeMessage } from "./webhook-message";

const event: TrailEvent = {
  id: 42n,
  at: new Date("2026-11-30T10:00:00.123Z"),
  name: "login_succeeded",
  actorId: "0192d4a0-0000-7000-8000-000000000001",
  subjectId: "0192d4a0-0000-7000-8000-000000000001",
  challengeId: null,
  maskedIdentifier: "a•••@example.com",
  ip: "203.0.113.7",
  userAgent: "Firefox",
  details: { method: "PASSKEY" },
};
const message = writeMessage(event);

let receiver: EventReceiver;
afterEach(() => receiver?.stop());

const target = (change: Partial<EventTarget> = {}): EventTarget => {
  return { url: receiver.url, secrets: [eventSecret], mayReach: () => true, ...change };
};

describe("a message", () => {
  it("has the fields of Standard Webhooks, and the same id in each try", () => {
    expect(message.id).toBe("evt_42_1796032800123");
    const { id, at, name, ...facts } = event;
    expect(JSON.parse(message.body)).toEqual({
      type: name,
      timestamp: at.toISOString(),
      data: { id: String(id), ...facts },
    });
    expect(writeMessage(event)).toEqual(message);
  });

  it("is signed so that the library of Standard Webhooks accepts it, with each secret of a rotation", () => {
    const older = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
    const headers = signMessage(message, [eventSecret, older]);
    for (const secret of [eventSecret, older]) {
      expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
    }
  });

  it("is refused by that library when anything in it is changed, or five minutes later", () => {
    const headers = signMessage(message, [eventSecret]);
    const verify = (body: string, change: Record<string, string>) =>
      new Webhook(eventSecret).verify(body, { ...headers, ...change });
    expect(() => verify(`${message.body} `, {})).toThrow();
    expect(() => verify(message.body, { "webhook-id": "evt_43" })).toThrow();
    const old = signMessage(message, [eventSecret], new Date(Date.now() - 301_000));
    expect(() => verify(message.body, old)).toThrow();
  });
});

describe("the receiver's address", () => {
  it.each([
    ["0.0.0.0", false],
    ["10.1.2.3", false],
    ["100.64.0.1", false],
    ["127.0.0.1", false],
    ["127.9.9.9", false],
    ["169.254.169.254", false],
    ["172.16.0.1", false],
    ["172.31.255.255", false],
    ["192.168.1.1", false],
    ["192.0.0.8", false],
    ["198.18.0.1", false],
    ["224.0.0.1", false],
    ["240.0.0.1", false],
    ["255.255.255.255", false],
    ["::", false],
    ["::1", false],
    ["fe80::1", false],
    ["fc00::1", false],
    ["fd12:3456::1", false],
    ["ff02::1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:7f00:1", false],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["not an address", false],
    ["8.8.8.8", true],
    ["::ffff:8.8.8.8", true],
    ["172.32.0.1", true],
    ["2606:4700::1111", true],
  ])("%s is public: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });

  it.each(["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433", "localhost"])(
    "nothing is sent to %s, whether it is written as an address or found by its name",
    async (host) => {
      receiver = await startEventReceiver();
      let asked = 0;
      receiver.behaviour.answer = () => {
        asked += 1;
        return 204;
      };
      const url = receiver.url.replace("127.0.0.1", host);
      expect(await postMessage(target({ url, mayReach: isPublicAddress }), message)).toBe("ADDRESS_NOT_PUBLIC");
      expect(asked).toBe(0);
    },
  );

  it("is the one that was judged: the name is looked up once", async () => {
    receiver = await startEventReceiver();
    const judged: string[] = [];
    const mayReach = (address: string) => {
      judged.push(address);
      return address === "127.0.0.1";
    };
    const url = receiver.url.replace("127.0.0.1", "localhost");
    expect(await postMessage(target({ url, mayReach }), message)).toBeNull();
    expect(new Set(judged).size).toBe(judged.length);
    expect(receiver.events).toHaveLength(1);
  });
});

describe("an answer", () => {
  it.each([
    [200, null],
    [204, null],
    [302, "STATUS_302"],
    [410, "STATUS_410"],
    [500, "STATUS_500"],
  ])("of %i means %j, and no redirect is followed", async (status, expected) => {
    receiver = await startEventReceiver();
    let asked = 0;
    receiver.behaviour.answer = () => {
      asked += 1;
      return status;
    };
    expect(await postMessage(target(), message)).toBe(expected);
    expect(asked).toBe(1);
  });

  it("that never ends is given up after ten seconds", async () => {
    const server = createServer((_request, response) => void response.writeHead(200).write("x"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const startedAt = Date.now();
    expect(await postMessage({ ...target(), url }, message)).toBe("TIMEOUT");
    expect(Date.now() - startedAt).toBeLessThan(12_000);
    server.closeAllConnections();
    server.close();
  });

  it("of nobody, or with another secret, is a failure", async () => {
    receiver = await startEventReceiver();
    const other = `whsec_${Buffer.alloc(24).toString("base64")}`;
    expect(await postMessage(target({ secrets: [other] }), message)).toBe("STATUS_401");
    expect(await postMessage(target({ url: "http://127.0.0.1:1/" }), message)).toBe("ECONNREFUSED");
    expect(await postMessage(target({ url: "https://receiver.invalid/" }), message)).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });
});
