import { describe, expect, test } from "vitest";
import { realSendgrid, realTwilio, refusal } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

const { emulator, control, names } = testEmulator("each test");

async function ask(method: string, path: string, body?: unknown, key = names.sendgridApiKey) {
  const response = await fetch(emulator.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : JSON.parse(text) };
}

const errorOf = async (answer: ReturnType<typeof ask>) => {
  const { status, body } = await answer;
  return [status, body.errors[0].message, body.errors[0].field];
};

describe("keys of SendGrid", () => {
  test("a new key can do what its scopes say, and nothing else", async () => {
    const { body } = await ask("POST", "/v3/api_keys", { name: "shop", scopes: ["mail.send", "templates.read"] });
    const scopes = (await ask("GET", "/v3/scopes", undefined, body.api_key)).body.scopes;
    expect(scopes).toEqual(["mail.send", "templates.read", "2fa_required", "sender_verification_eligible"]);
    expect((await ask("GET", `/v3/templates/${names.templateId}`, undefined, body.api_key)).status).toBe(200);
    for (const [method, path] of [
      ["POST", "/v3/templates"],
      ["GET", "/v3/api_keys"],
      ["GET", "/v3/whitelabel/domains"],
      ["GET", "/v3/verified_senders"],
      ["GET", "/v3/user/webhooks/event/settings/all"],
      ["GET", "/v3/suppression/bounces/a@b.example"],
    ] as const)
      expect(await errorOf(ask(method, path, method === "POST" ? {} : undefined, body.api_key))).toEqual([
        403,
        "access forbidden",
        null,
      ]);
  });

  test("a key cannot give another key more than it has, and the hundredth is the last", async () => {
    const few = (await ask("POST", "/v3/api_keys", { name: "few", scopes: ["api_keys.create"] })).body.api_key;
    const more = ask("POST", "/v3/api_keys", { name: "more", scopes: ["mail.send"] }, few);
    expect(await errorOf(more)).toEqual([400, "one or more of given scopes are invalid", "scopes"]);
    const keys = Array.from({ length: 100 }, (_, index) => ({ key: `SG.${index}.x`, scopes: ["api_keys.create"] }));
    await control.changeAccount(names.accountSid, { sendgridKeys: keys });
    expect((await ask("POST", "/v3/api_keys", { name: "one more" }, "SG.0.x")).status).toBe(403);
  });

  test("a deleted key is unknown at once, and cannot be deleted twice", async () => {
    const { body } = await ask("POST", "/v3/api_keys", { name: "gone" });
    expect((await ask("DELETE", `/v3/api_keys/${body.api_key_id}`)).status).toBe(204);
    expect((await ask("GET", "/v3/scopes", undefined, body.api_key)).status).toBe(401);
    expect((await ask("DELETE", `/v3/api_keys/${body.api_key_id}`)).status).toBe(404);
  });

  test("a rule makes every request of set-up fail, and the journal has no key", async () => {
    await control.addFault({ match: { path: "^/v3/api_keys$", times: 1 }, action: { status: 429 } });
    expect((await ask("POST", "/v3/api_keys", { name: "shop" })).status).toBe(429);
    const { body } = await ask("POST", "/v3/api_keys", { name: "shop" });
    expect(JSON.stringify(await control.journal())).not.toContain(body.api_key);
    await control.clearFaults();
  });
});

describe("sender identities and suppressions", () => {
  test("mail from a domain whose records are not found yet is refused", async () => {
    await control.changeAccount(names.accountSid, { verifiedDomains: [], pendingDomains: ["shop.example"] });
    const mail = { to: "a@b.example", from: names.fromEmail, subject: "Hi", text: "Hello" };
    const send = () => realSendgrid(emulator.url, names.sendgridApiKey).send(mail);
    await expect(send()).rejects.toMatchObject({ code: 403 });
    await control.changeAccount(names.accountSid, { verifiedDomains: ["shop.example"] });
    expect((await send())[0].statusCode).toBe(202);
  });

  test.each([
    ["bounces", "dropped"],
    ["spam_reports", "dropped"],
    ["invalid_emails", "dropped"],
    ["global", "dropped"],
    ["blocks", "delivered"],
  ] as const)("mail to an address in %s is %s", async (kind, outcome) => {
    const to = `${kind}-${names.accountSid}@shop.example`.toLowerCase();
    await control.suppress(names.accountSid, kind, to.toUpperCase());
    const mail = { to, from: names.fromEmail, subject: "Hi", text: "Hello" };
    await realSendgrid(emulator.url, names.sendgridApiKey).send(mail);
    expect((await control.messages({ to }))[0]?.outcome).toBe(outcome);
  });

  test("an address that is on no list is an empty answer, and cannot be removed", async () => {
    expect((await ask("GET", "/v3/suppression/bounces/a%40b.example")).body).toEqual([]);
    expect((await ask("GET", "/v3/asm/suppressions/global/a%40b.example")).body).toEqual({});
    expect((await ask("DELETE", "/v3/suppression/bounces/a%40b.example")).status).toBe(404);
  });
});

test("templates are listed page by page", async () => {
  for (const name of ["a", "b"]) await ask("POST", "/v3/templates", { name, generation: "dynamic" });
  const first = (await ask("GET", "/v3/templates?generations=dynamic&page_size=2")).body;
  const token = new URL(first._metadata.next).searchParams.get("page_token");
  const second = (await ask("GET", `/v3/templates?generations=dynamic&page_size=2&page_token=${token}`)).body;
  expect(second.result.map(({ name }: { name: string }) => name)).toEqual(["b"]);
  expect(second._metadata.next).toBeUndefined();
});

describe("the Twilio account", () => {
  const fetchAccount = (user: string, secret: string) => {
    const client = realTwilio(emulator.url, { ...names, accountSid: names.accountSid });
    client.api.baseUrl = emulator.url;
    client.username = user;
    client.password = secret;
    return client.api.v2010.accounts(names.accountSid).fetch();
  };

  test("is read with its token and with a main key, but not with a standard key", async () => {
    await control.changeAccount(names.accountSid, { type: "Trial" });
    expect((await fetchAccount(names.accountSid, names.authToken)).type).toBe("Trial");
    const [standard, main] = [
      await control.addTwilioKey(names.accountSid),
      await control.addTwilioKey(names.accountSid, true),
    ];
    expect((await fetchAccount(main.sid, main.secret)).sid).toBe(names.accountSid);
    const refused = { status: 401, code: 20003 };
    expect(await refusal(fetchAccount(standard.sid, standard.secret))).toEqual(refused);
    expect(await refusal(fetchAccount(names.accountSid, "guess"))).toEqual(refused);
  });
});
