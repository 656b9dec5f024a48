import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { hasSpecs } from "@/emulator/contract/patched-specs";
import { startValidatingProxy, type ValidatingProxy } from "@/emulator/contract/validating-proxy";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const service = `/v2/Services/VA${"a".repeat(32)}`;
const verification = {
  ...{ sid: `VE${"a".repeat(32)}`, service_sid: `VA${"a".repeat(32)}`, account_sid: `AC${"a".repeat(32)}` },
  ...{ to: "a@b.example", channel: "email", status: "pending", valid: false, lookup: {}, sna: null },
  ...{ date_created: "2026-11-23T12:00:00Z", date_updated: "2026-11-23T12:00:00Z", amount: null, payee: null },
  send_code_attempts: [],
  url: "https://verify.twilio.com/v2/Services/VA/Verifications/VE",
};
const order = { To: "a@b.example", Channel: "email" };

describe.skipIf(!hasSpecs("the proof that the contract can be broken"))("the validating proxy", () => {
  let liar: Server;
  let answer: { status: number; body: unknown };
  let proxy: ValidatingProxy;

  beforeAll(async () => {
    liar = createServer((request, response) => {
      request.resume();
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => liar.listen(0, "127.0.0.1", resolve));
    proxy = await startValidatingProxy(`http://127.0.0.1:${(liar.address() as AddressInfo).port}`);
  });

  beforeEach(() => {
    proxy.faults.length = 0;
    answer = { status: 201, body: verification };
  });

  afterAll(async () => {
    await proxy.close();
    liar.close();
  });

  async function post(path: string, form: Record<string, string>): Promise<string[]> {
    await fetch(proxy.url + path, { method: "POST", body: new URLSearchParams(form) });
    return proxy.faults;
  }

  async function postJson(path: string, body: unknown): Promise<string[]> {
    const headers = { "content-type": "application/json" };
    await fetch(proxy.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return proxy.faults;
  }

  test("accepts requests and answers that match the description, and counts them", async () => {
    expect(await post(`${service}/Verifications`, order)).toEqual([]);
    expect(proxy.covered("twilio_verify_v2.json")).toEqual(["CreateVerification"]);
  });

  test.each([
    ["a sid of another shape", { ...verification, sid: "nope" }],
    ["a channel that does not exist", { ...verification, channel: "pigeon" }],
    ["a text for a boolean", { ...verification, valid: "false" }],
    ["a date of another form", { ...verification, date_created: "Mon, 23 Nov 2026 12:00:00 +0000" }],
    ["a key too few", { ...verification, sna: undefined }],
    ["a key too many", { ...verification, code: "123456" }],
    ["a key too many in a list", { ...verification, send_code_attempts: [{ time: null, code: "1" }] }],
  ])("notices %s in an answer", async (_name, body) => {
    answer = { status: 201, body };
    expect(await post(`${service}/Verifications`, order)).toHaveLength(1);
  });

  test.each([
    ["a status that is not described", 202, verification],
    ["an error in another form than Twilio's", 404, { message: "not found" }],
    ["an error whose status is not the HTTP status", 404, errorBody(60200, 400)],
    ["an error that points to another error's page", 400, { ...errorBody(60200, 400), code: 60203 }],
  ])("notices %s", async (_name, status, body) => {
    answer = { status, body };
    expect(await post(`${service}/Verifications`, order)).toHaveLength(1);
  });

  test.each([
    ["a field that is not described", "/Verifications", { ...order, Chanel: "sms" }],
    ["a required field that is missing", "/Verifications", { To: "a@b.example" }],
    ["a text for a number", "/RateLimits/RKaa/Buckets", { Max: "six", Interval: "60" }],
    ["a text for a boolean", "/Verifications", { ...order, EnableSnaClientToken: "yes" }],
    ["a value outside of an enumeration", "/Verifications", { ...order, RiskCheck: "maybe" }],
    ["a sid of another shape", "/Verifications", { ...order, TemplateSid: "VA1" }],
  ])("notices %s in a request", async (_name, path, form) => {
    const faults = await post(service + path.replace("RKaa", `RK${"a".repeat(32)}`), { ...form } as Record<
      string,
      string
    >);
    expect(faults.filter((fault) => fault.includes("request: "))).toHaveLength(1);
  });

  test("notices wrong parameters in path and query", async () => {
    answer = { status: 404, body: errorBody(20404, 404) };
    await fetch(`${proxy.url}/v2/Services/nope?PageSize=1`);
    await fetch(`${proxy.url}/v2/Services?PageSize=many`);
    await fetch(`${proxy.url}/v2/Nowhere`);
    expect(proxy.faults.map((fault) => fault.replace(/:.*/, ""))).toEqual([
      "FetchService (404)",
      "FetchService (404)",
      "ListService (404)",
      "GET /v2/Nowhere is not described",
    ]);
  });

  test("notices a mail that is not as described, and an answer that should be empty", async () => {
    answer = { status: 202, body: undefined };
    const mail = {
      from: { email: "a@b.example" },
      personalizations: [{ to: [{ email: "c@d.example" }] }],
      subject: "Hi",
      content: [{ type: "text/plain", value: "Hello" }],
      custom_args: { user: "u1" },
    };
    expect(await postJson("/v3/mail/send", mail)).toEqual([]);
    expect(await postJson("/v3/mail/send", { ...mail, personalizations: [{ to: [{}] }] })).toHaveLength(1);
    answer.body = { ok: true };
    expect(await postJson("/v3/mail/send", mail)).toHaveLength(2);
  });
});

function errorBody(code: number, status: number) {
  return { code, message: "No", more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}
