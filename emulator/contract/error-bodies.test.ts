import { describe, expect, test } from "vitest";
import type { AccountNames } from "@/emulator/accounts/add-account";
import { errorFaults } from "@/emulator/contract/error-schemas";
import { testEmulator } from "@/emulator/test-emulator";
import { twilioErrors } from "@/emulator/twilio/twilio-request";

/** Written down a second time from Twilio's pages and from captures, so that the catalogue is held to something. */
const statusOfCode: Record<number, number> = {
  ...{ 20001: 400, 20003: 401, 20004: 405, 20404: 404, 20429: 429, 20500: 500, 20503: 503 },
  ...{ 60200: 400, 60202: 429, 60203: 429, 60204: 403, 60205: 403, 60206: 400, 60207: 400, 60208: 400, 60209: 400 },
  ...{ 60210: 400, 60211: 400, 60212: 429, 60215: 400, 60216: 400, 60217: 400, 60218: 400, 60219: 400 },
  ...{ 60221: 400, 60222: 403, 60223: 400, 60251: 400, 60252: 400, 60253: 400, 60408: 400, 60410: 403 },
  ...{ 60603: 401, 60604: 401, 60605: 403 },
};

const { emulator, control, names } = testEmulator("all tests");

type Answer = { status: number; body: { code?: number; message?: string } & Record<string, unknown>; headers: Headers };
type Form = Record<string, string>;

async function ask(method: string, path: string, form?: Form, account = names): Promise<Answer> {
  const response = await fetch(`${emulator.url}/v2${path}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${account.accountSid}:${account.authToken}`)}` },
    body: form === undefined ? null : new URLSearchParams(form),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : JSON.parse(text), headers: response.headers };
}

function post(path: string, form: Form, account = names): Promise<Answer> {
  return ask("POST", `/Services/${account.verifyServiceSid}${path}`, form, account);
}

function send(to: string, more: Form = {}, account = names): Promise<Answer> {
  return post("/Verifications", { To: to, Channel: "email", ...more }, account);
}

async function last(count: number, makeRequest: (index: number) => Promise<Answer>): Promise<Answer> {
  for (let index = 1; index < count; index++) await makeRequest(index);
  return makeRequest(count);
}

/** A tenant of which something is amiss. */
async function amiss(change: Record<string, unknown>, ofService: Record<string, unknown> = {}): Promise<AccountNames> {
  const account = await control.addAccount();
  await control.changeAccount(account.accountSid, change);
  await control.changeService(account.accountSid, account.verifyServiceSid, ofService);
  return account;
}

async function addBucket(index: number, account: AccountNames): Promise<Answer> {
  const found = await ask("GET", `/Services/${account.verifyServiceSid}/RateLimits`, undefined, account);
  const [limit] = found.body.rate_limits as { sid: string }[];
  const sid = limit?.sid ?? (await post("/RateLimits", { UniqueName: "ip" }, account)).body.sid;
  return post(`/RateLimits/${sid}/Buckets`, { Max: "1", Interval: String(index) }, account);
}

const to = "errors@shop.example";

/** A real request for each code that a request can bring about. The others only happen by a fault rule. */
const causes: Record<number, () => Promise<Answer>> = {
  20003: () => send(to, {}, { ...names, authToken: "guess" }),
  20004: () => ask("DELETE", `/Services/${names.verifyServiceSid}/VerificationCheck`),
  20404: () => ask("GET", "/Nowhere"),
  20429: () => last(101, () => ask("GET", "/Attempts")),
  60200: () => send("nobody"),
  60202: async () => {
    await send("checks@shop.example");
    const code = await control.latestCode("checks@shop.example");
    const wrong = code === "000000" ? "111111" : "000000";
    return last(6, () => post("/VerificationCheck", { To: "checks@shop.example", Code: wrong }));
  },
  60203: () => last(6, () => send("sends@shop.example")),
  60204: () => send(to, { CustomCode: "4711" }),
  60206: async () => {
    const account = await control.addAccount();
    await ask("POST", `/Services/${account.verifyServiceSid}`, { Psd2Enabled: "true" }, account);
    return send(to, {}, account);
  },
  60207: () => last(11, (index) => post("/RateLimits", { UniqueName: `limit${index}` })),
  60208: async () => {
    const account = await control.addAccount();
    return last(2, () => post("/RateLimits", { UniqueName: "twice" }, account));
  },
  60209: () => post("/RateLimits", { UniqueName: "no spaces" }),
  60210: async () => {
    const account = await control.addAccount();
    return last(6, (index) => addBucket(index, account));
  },
  60211: async () => {
    const account = await control.addAccount();
    return last(2, () => addBucket(60, account));
  },
  60217: async () => send(to, {}, await amiss({}, { mailerSid: null })),
  60218: () => send(to, { ChannelConfiguration: JSON.stringify({ template_id: `d-${"0".repeat(32)}` }) }),
  60219: async () => {
    const headers = { authorization: `Bearer ${names.sendgridApiKey}`, "content-type": "application/json" };
    const create = (path: string, body: unknown) =>
      fetch(emulator.url + path, { method: "POST", headers, body: JSON.stringify(body) }).then((made) => made.json());
    const { id } = await create("/v3/templates", { name: "t", generation: "dynamic" });
    await create(`/v3/templates/${id}/versions`, { name: "v", subject: "Hi", html_content: "<p>Hi</p>" });
    return send(to, { ChannelConfiguration: JSON.stringify({ template_id: id }) });
  },
  60221: () => post("/VerificationCheck", { Code: "123456" }),
  60222: () => send(to, { ChannelConfiguration: '{"from":"spoof@other.example"}' }),
  60223: async () => send(to, {}, await amiss({}, { disabledChannels: ["email"] })),
  60251: () => send(to, { Templates: "{" }),
  60408: () => send(to, { TemplateSid: `HJ${"0".repeat(32)}` }),
  60603: async () => send(to, {}, await amiss({ credits: 0 })),
  60604: async () => send(to, {}, await amiss({ sendgridKeys: [{ key: names.sendgridApiKey, scopes: [] }] })),
};

describe("an error of Twilio", () => {
  test("the catalogue holds every code of the table and no other", () => {
    expect(Object.keys(twilioErrors)).toEqual(Object.keys(statusOfCode));
  });

  test.each(Object.entries(statusOfCode))(
    "%s by a fault rule has HTTP status %i and the four fields",
    async (code, status) => {
      const unlucky = `fault-${code}@shop.example`;
      await control.addFault({ match: { to: unlucky }, action: { code: Number(code) } });
      const answer = await send(unlucky);
      expect(answer.status).toBe(status);
      expect(answer.body.code).toBe(Number(code));
      expect(errorFaults("/v2/", status, answer.body)).toEqual([]);
      expect(answer.headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
    },
  );

  test.each(Object.entries(causes))(
    "%s by its own cause has its HTTP status and the four fields",
    async (code, cause) => {
      const answer = await cause();
      expect([answer.body.code, answer.status]).toEqual([Number(code), statusOfCode[Number(code)]]);
      expect(errorFaults("/v2/", answer.status, answer.body)).toEqual([]);
      expect(answer.headers.get("content-type")).toBe("application/json");
      expect(answer.headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
      if (answer.status === 429) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    },
  );

  test("the message names the parameter, the channel or the path", async () => {
    expect((await send("nobody")).body.message).toBe("Invalid parameter: To");
    expect((await send("+4915112345678", { Channel: "sna" })).body.message).toBe("Delivery channel disabled: SNA");
    const path = `/Services/${names.verifyServiceSid}/VerificationCheck`;
    const missing = await ask("POST", path, { To: "none@shop.example", Code: "123456" });
    expect(missing.body.message).toBe(`The requested resource ${path} was not found`);
  });
});
