import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createEmulatorClient } from "@/emulator/client";
import { type RunningEmulator, startEmulator } from "@/emulator/start-emulator";
import type { AccountNames } from "@/emulator/state/add-account";

// The descriptions are compiled for each operation: on a busy machine that takes longer than one test usually may.
vi.setConfig({ testTimeout: 30_000 });

/** Twilio's and SendGrid's own OpenAPI descriptions, which stay outside of this repository. */
const folder = resolve(process.env.VENDOR_SPECS ?? join(process.cwd(), "../shared/specs"));
const canRun = existsSync(join(folder, "twilio_verify_v2.json"));

if (!canRun)
  console.warn(`\nSKIPPED: the contract tests. They need the vendors' OpenAPI files in ${folder} (or VENDOR_SPECS).\n`);

type Json = Record<string, unknown>;
type Operation = {
  responses: Record<string, { content?: Record<string, { examples?: Record<string, { value: unknown }> }> }>;
};

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

/**
 * The published files cannot be compiled as they are: `nullable` without `type` stops AJV, dynamic template ids are
 * no UUIDs, and SendGrid's `custom_args` and `help` are typed as what they never are.
 */
function patch(value: unknown): void {
  if (!isObject(value)) return;
  if (value.nullable === true && value.type === undefined && value.$ref === undefined) delete value.nullable;
  if (value.format === "uuid" || value.minLength === 36) {
    delete value.format;
    delete value.minLength;
    delete value.maxLength;
  }
  if (value.nullable === true && Array.isArray(value.enum) && !value.enum.includes(null)) value.enum.push(null);
  for (const [key, inner] of Object.entries(value)) if (key !== "example" && key !== "examples") patch(inner);
}

class Contract {
  private readonly ajv = new Ajv({
    strict: false,
    validateSchema: false,
    validateFormats: false,
  }) as {
    addSchema(schema: Json, key: string): void;
    compile(schema: Json): { (data: unknown): boolean; errors?: unknown };
  };
  private readonly spec: { paths: Record<string, Record<string, Operation>> } & Json;

  constructor(private readonly file: string) {
    this.spec = JSON.parse(readFileSync(join(folder, file), "utf8"));
    patch(this.spec);
    this.ajv.addSchema(this.spec, file);
  }

  /** Status and body must be as documented, and the keys those of one of the vendor's own examples. */
  require(method: string, path: string, status: number, body: unknown, hasAllKeys: boolean): void {
    const operation = this.spec.paths[path]?.[method.toLowerCase()];
    expect(operation, `${method} ${path} is documented`).toBeDefined();
    const response = operation?.responses[String(status)];
    expect(Object.keys(operation?.responses ?? {}), `${method} ${path}`).toContain(String(status));
    const content = response?.content?.["application/json"];
    if (content === undefined) return;
    const pointer = [
      "paths",
      path,
      method.toLowerCase(),
      "responses",
      String(status),
      "content",
      "application/json",
      "schema",
    ];
    const escaped = pointer
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const validate = this.ajv.compile({ $ref: `${this.file}#/${escaped}` });
    expect(validate(body) ? [] : validate.errors, `${method} ${path}`).toEqual([]);
    if (!hasAllKeys) return;
    const keys = Object.values(content.examples ?? {}).map(({ value }) => deepKeys(value));
    if (keys.length > 0) expect(keys, `${method} ${path}`).toContainEqual(deepKeys(body));
  }
}

/** The keys of an object and of the first item of each of its lists, sorted; free-form maps are left out. */
function deepKeys(value: unknown): unknown {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .map(([key, inner]) => {
      const first = Array.isArray(inner) ? inner[0] : undefined;
      return isObject(first) && key !== "templates" ? `${key}[${Object.keys(first).toSorted()}]` : key;
    })
    .toSorted();
}

describe.skipIf(!canRun)("the vendors' own descriptions", () => {
  let emulator: RunningEmulator;
  let names: AccountNames;

  beforeAll(async () => {
    emulator = await startEmulator();
    names = await createEmulatorClient(emulator.url).addAccount();
  });

  afterAll(() => emulator.close());

  test("a body that breaks the description is noticed", () => {
    const contract = new Contract("twilio_verify_v2.json");
    const path = "/v2/Services/{ServiceSid}/Verifications";
    expect(() =>
      contract.require("POST", path, 201, { sid: "nope", channel: "pigeon", valid: "false" }, false),
    ).toThrow();
    expect(() => contract.require("POST", path, 201, { sid: `VE${"0".repeat(32)}` }, true)).toThrow();
    expect(() => contract.require("POST", path, 204, {}, false)).toThrow();
  });

  test("every Verify operation answers with a documented status, a valid body and all of its keys", async () => {
    const contract = new Contract("twilio_verify_v2.json");
    const known: Record<string, string> = { ServiceSid: names.verifyServiceSid };
    const call = async (method: string, path: string, form?: Record<string, string>, hasAllKeys = true) => {
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? name);
      const response = await fetch(emulator.url + url, {
        method,
        headers: { authorization: `Basic ${btoa(`${names.accountSid}:${names.authToken}`)}` },
        body: form === undefined ? null : new URLSearchParams(form),
      });
      const text = await response.text();
      const body: Json = text === "" ? {} : JSON.parse(text);
      contract.require(method, path, response.status, body, hasAllKeys);
      return body;
    };
    const services = "/v2/Services";
    const inService = `${services}/{ServiceSid}`;

    known.Sid = String((await call("POST", services, { FriendlyName: "contract" })).sid);
    await call("GET", services);
    await call("GET", `${services}/{Sid}`);
    await call("POST", `${services}/{Sid}`, { CodeLength: "8" });
    await call("DELETE", `${services}/{Sid}`);

    const limits = `${inService}/RateLimits`;
    known.RateLimitSid = String((await call("POST", limits, { UniqueName: "ip" })).sid);
    known.Sid = known.RateLimitSid;
    await call("GET", limits);
    await call("GET", `${limits}/{Sid}`);
    await call("POST", `${limits}/{Sid}`, { Description: "new" });
    const buckets = `${limits}/{RateLimitSid}/Buckets`;
    known.Sid = String((await call("POST", buckets, { Max: "1", Interval: "60" })).sid);
    await call("GET", buckets, undefined, false);
    await call("GET", `${buckets}/{Sid}`);
    await call("POST", `${buckets}/{Sid}`, { Max: "2" });

    const starts = `${inService}/Verifications`;
    const order = { To: "contract@shop.example", Channel: "email", RateLimits: '{"ip":"192.0.2.1"}' };
    known.Sid = String((await call("POST", starts, order)).sid);
    await call("GET", `${starts}/{Sid}`);
    await call("POST", `${inService}/VerificationCheck`, { VerificationSid: known.Sid, Code: "0000" });
    await call("POST", starts, order);
    await call("POST", starts, { ...order, To: "other@shop.example" });
    await call("POST", `${starts}/{Sid}`, { Status: "canceled" });
    await call("POST", starts, { To: "+4915112345678", Channel: "sms" });

    const { attempts } = await call("GET", "/v2/Attempts", undefined, false);
    known.Sid = String(Array.isArray(attempts) ? attempts[0].sid : "");
    await call("GET", "/v2/Attempts/{Sid}");
    await call("GET", "/v2/Attempts/Summary");
    await call("GET", "/v2/Templates");

    known.Sid = known.RateLimitSid;
    await call("DELETE", `${limits}/{Sid}`);
  });

  test("every SendGrid operation answers with a documented status and a valid body", async () => {
    const known: Record<string, string> = {};
    const caller = (file: string) => {
      const contract = new Contract(file);
      return async (method: string, path: string, body?: unknown) => {
        const url = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? name);
        const response = await fetch(emulator.url + url, {
          method,
          headers: { authorization: `Bearer ${names.sendgridApiKey}`, "content-type": "application/json" },
          body: body === undefined ? null : JSON.stringify(body),
        });
        const text = await response.text();
        const answer: Json = text === "" ? {} : JSON.parse(text);
        contract.require(method, path.replace(/\?.*/, ""), response.status, answer, false);
        return answer;
      };
    };

    const mail = caller("tsg_mail_v3.json");
    const order = {
      from: { email: names.fromEmail },
      personalizations: [{ to: [{ email: "contract@shop.example" }] }],
      subject: "Hi",
      content: [{ type: "text/plain", value: "Hello" }],
    };
    await mail("POST", "/v3/mail/send", order);
    await mail("POST", "/v3/mail/send", {});
    await mail("POST", "/v3/mail/send", { ...order, from: { email: "spoof@other.example" } });

    const templates = caller("tsg_templates_v3.json");
    known.template_id = String((await templates("POST", "/v3/templates", { name: "t", generation: "dynamic" })).id);
    await templates("GET", "/v3/templates?page_size=10&generations=dynamic");
    await templates("GET", "/v3/templates/{template_id}");
    await templates("PATCH", "/v3/templates/{template_id}", { name: "u" });
    const versions = "/v3/templates/{template_id}/versions";
    known.version_id = String((await templates("POST", versions, { name: "v", subject: "{{twilio_code}}" })).id);
    await templates("GET", `${versions}/{version_id}`);
    await templates("PATCH", `${versions}/{version_id}`, { name: "w", subject: "s" });
    await templates("POST", `${versions}/{version_id}/activate`);
    await templates("DELETE", `${versions}/{version_id}`);
    await templates("DELETE", "/v3/templates/{template_id}");

    const senders = caller("tsg_verified_senders_v3.json");
    const sender = { nickname: "n", from_email: "a@b.example", reply_to: "a@b.example" };
    known.id = String((await senders("POST", "/v3/verified_senders", sender)).id);
    await senders("GET", "/v3/verified_senders");
    await senders("GET", "/v3/verified_senders/steps_completed");
    await senders("POST", "/v3/verified_senders/resend/{id}");
    await senders("DELETE", "/v3/verified_senders/{id}");

    const webhooks = caller("tsg_webhooks_v3.json");
    const settings = "/v3/user/webhooks/event/settings";
    const webhook = { url: "http://127.0.0.1:1/", enabled: false };
    known.id = String((await webhooks("POST", settings, webhook)).id);
    await webhooks("GET", `${settings}/all`);
    await webhooks("GET", `${settings}/{id}`);
    await webhooks("PATCH", `${settings}/{id}`, webhook);
    await webhooks("PATCH", `${settings}/signed/{id}`, { enabled: true });
    await webhooks("GET", `${settings}/signed/{id}`);
    await webhooks("POST", "/v3/user/webhooks/event/test", { id: known.id, url: webhook.url });
    await webhooks("DELETE", `${settings}/{id}`);
  });
});
