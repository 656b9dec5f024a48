import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { createEmulatorClient, type EmulatorClient } from "@/emulator/client";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";
import { faultPresets } from "@/emulator/state/fault-rule";

let emulator: RunningEmulator;
let control: EmulatorClient;

beforeAll(async () => {
  emulator = await startEmulator({ seed: 3 });
  control = createEmulatorClient(emulator.url);
});

afterEach(() => control.clearFaults());
afterAll(() => emulator.close());

const service = `/v2/Services/${defaultAccount.verifyServiceSid}`;

function ask(method: string, path = service, form?: Record<string, string>): Promise<Response> {
  const authorization = `Basic ${btoa(`${defaultAccount.accountSid}:${defaultAccount.authToken}`)}`;
  const body = form === undefined ? null : new URLSearchParams(form);
  return fetch(emulator.url + path, { method, headers: { authorization }, body });
}

test("a problem is answered in the form of RFC 9457", async () => {
  await control.addFault({ match: {}, action: { code: 20503, body: "problem" } });
  const response = await ask("GET");
  expect([response.status, response.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(await response.json()).toEqual({
    type: "https://www.twilio.com/docs/api/errors",
    title: "Service is unavailable. Please try again",
    status: 503,
    code: 20503,
  });
});

test("a page, an empty body or half a body has the status and headers of the rule", async () => {
  const bodies: Record<string, string> = {};
  for (const body of ["html", "empty", "malformed-json"] as const) {
    const { id } = await control.addFault({ action: { status: 502, body, headers: { "Retry-After": "7" } } });
    const response = await ask("GET");
    expect([response.status, response.headers.get("retry-after")]).toEqual([502, "7"]);
    bodies[body] = await response.text();
    await control.clearFaults(id);
  }
  expect(bodies.html).toContain("<html>");
  expect(bodies.empty).toBe("");
  expect(() => JSON.parse(bodies["malformed-json"] ?? "{}")).toThrow();
});

test("a slow body starts at once and does not end", async () => {
  await control.addFault({ action: { status: 500, body: "slow" } });
  const response = await ask("GET");
  const reader = response.body?.getReader();
  expect((await reader?.read())?.value?.length).toBe(1);
  await reader?.cancel();
});

test("a rule for one method and path does not affect others", async () => {
  await control.addFault({ match: { method: "POST", path: "/RateLimits$" }, action: { code: 20500 } });
  expect((await ask("POST", `${service}/RateLimits`, { UniqueName: "ip" })).status).toBe(500);
  expect((await ask("GET", `${service}/RateLimits`)).status).toBe(200);
  expect((await ask("POST", service, { FriendlyName: "shop" })).status).toBe(200);
});

test("a rule with a probability affects some requests, and the same ones with the same seed", async () => {
  const strikes = async () => {
    await control.reset(3);
    await control.addFault({ match: { probability: 0.5 }, action: { code: 20500 } });
    const statuses: number[] = [];
    for (let requests = 0; requests < 30; requests++) statuses.push((await ask("GET")).status);
    return statuses;
  };
  const first = await strikes();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await strikes()).toEqual(first);
});

test("a rule counts how often it matched and how often it took effect", async () => {
  await control.addFault({ match: { nth: 2, times: 1 }, action: { code: 20500 } });
  for (let requests = 0; requests < 3; requests++) await ask("GET");
  const [rule] = await (await fetch(`${emulator.url}/emulator/faults`)).json();
  expect(rule).toMatchObject({ seen: 3, fired: 1 });
});

test("the presets can be listed by name", async () => {
  expect(await (await fetch(`${emulator.url}/emulator/faults/presets`)).json()).toEqual(faultPresets);
});
