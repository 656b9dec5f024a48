import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountNames } from "@/emulator/accounts/add-account";
import { createEmulatorClient } from "@/emulator/client";
import { errorFaults } from "@/emulator/contract/error-schemas";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";

let emulator: RunningEmulator;
let names: AccountNames;
let limited: AccountNames;
let poor: AccountNames;

beforeAll(async () => {
  emulator = await startEmulator();
  const control = createEmulatorClient(emulator.url);
  [names, limited, poor] = [await control.addAccount(), await control.addAccount(), await control.addAccount()];
  await control.changeAccount(limited.accountSid, { requestsPerMinute: 0 });
  await control.changeAccount(poor.accountSid, { credits: 0 });
});

afterAll(() => emulator.close());

type Request = { path?: string; method?: string; key?: string; body?: unknown };

const from = { email: "codes@shop.example" };
const mail = {
  from,
  personalizations: [{ to: [{ email: "a@b.example" }] }],
  subject: "Hi",
  content: [{ type: "text/plain", value: "Hello" }],
};
const personalization = (more: object) => ({ ...mail, personalizations: [{ ...mail.personalizations[0], ...more }] });
const address = "a@b.example";
const inFourDays = () => Math.floor(Date.now() / 1000) + 4 * 86_400;

/** HTTP status, the message's beginning, and the field, for what each request does wrong. */
const table: [string, Request, number, string, string | null][] = [
  ["no JSON", { body: "{" }, 400, "Bad Request", null],
  ["no sender", { body: { ...mail, from: undefined } }, 400, "The from object must be provided", "from.email"],
  ["a sender that is none", { body: { ...mail, from: { email: "me" } } }, 400, "The from email does not", "from.email"],
  [
    "no personalization",
    { body: { ...mail, personalizations: [] } },
    400,
    "The personalizations field",
    "personalizations",
  ],
  ["no recipient", { body: personalization({ to: [] }) }, 400, "The to array is required", "personalizations.0.to"],
  [
    "an address that is none",
    { body: personalization({ to: [{ email: "me" }] }) },
    ...([400, "Does not contain a valid address.", "personalizations.0.to.0.email"] as const),
  ],
  [
    "an address twice",
    { body: personalization({ cc: [{ email: address }] }) },
    400,
    "Each email address",
    "personalizations.0",
  ],
  ["no content", { body: { ...mail, content: [] } }, 400, "Unless a valid template_id", "content"],
  [
    "an empty text",
    { body: { ...mail, content: [{ type: "text/plain", value: "" }] } },
    400,
    "The content value",
    "content.0.value",
  ],
  [
    "plain text after HTML",
    {
      body: {
        ...mail,
        content: [
          { type: "text/html", value: "<p>" },
          { type: "text/plain", value: "x" },
        ],
      },
    },
    ...([400, "If present, text/plain content must be first", "content"] as const),
  ],
  ["no subject", { body: { ...mail, subject: "" } }, 400, "The subject is required.", "subject"],
  [
    "an unknown template",
    { body: { ...mail, template_id: "d-1" } },
    400,
    "The template_id must be a valid GUID",
    "template_id",
  ],
  [
    "eleven categories",
    { body: { ...mail, categories: Array(11).fill("c") } },
    400,
    "The categories array",
    "categories",
  ],
  ["a time too far away", { body: { ...mail, send_at: inFourDays() } }, 400, "The send_at parameter", "send_at"],
  [
    "a sandbox that is no boolean",
    { body: { ...mail, mail_settings: { sandbox_mode: { enable: "yes" } } } },
    ...([
      400,
      "The sandbox mode enable param should be a boolean value.",
      "mail_settings.sandbox_mode.enable",
    ] as const),
  ],
  ["an unknown key", { key: "SG.unknown.key", body: mail }, 401, "The provided authorization grant", null],
  [
    "a sender nobody verified",
    { body: { ...mail, from: { email: "me@other.example" } } },
    403,
    "The from address",
    "from",
  ],
  ["a path that is none", { path: "/v3/nowhere", method: "GET" }, 404, "not found", null],
  ["a method that is none", { method: "GET" }, 405, "method not allowed", null],
  [
    "more than 30 MB",
    { body: { ...mail, attachments: [{ filename: "a", content: "a".repeat(31 * 1024 * 1024) }] } },
    ...([413, "content too large", null] as const),
  ],
];

async function ask({ path = "/v3/mail/send", method = "POST", key = names.sendgridApiKey, body }: Request) {
  const response = await fetch(emulator.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer: { errors: { message: string; field: string | null }[] } = await response.json();
  return { status: response.status, answer };
}

test.each(table)("%s is refused with SendGrid's words", async (_name, request, status, message, field) => {
  const refused = await ask(request);
  expect(refused.status).toBe(status);
  expect(errorFaults("/v3/", status, refused.answer)).toEqual([]);
  expect(refused.answer.errors[0]?.message.startsWith(message), refused.answer.errors[0]?.message).toBe(true);
  expect(refused.answer.errors[0]?.field).toBe(field);
});

test("used-up credits are answered with 401, and too many requests with 429", async () => {
  const spent = await ask({ key: poor.sendgridApiKey, body: mail });
  expect([spent.status, spent.answer.errors[0]?.message]).toEqual([401, "Maximum credits exceeded"]);
  const tooMany = await ask({ key: limited.sendgridApiKey, body: mail });
  expect([tooMany.status, tooMany.answer.errors[0]?.message]).toEqual([429, "too many requests"]);
  for (const { status, answer } of [spent, tooMany]) expect(errorFaults("/v3/", status, answer)).toEqual([]);
});
