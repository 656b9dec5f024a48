import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Twilio's and SendGrid's own OpenAPI descriptions, which stay outside of this repository. */
const folder = resolve(process.env.VENDOR_SPECS ?? join(process.cwd(), "../shared/specs"));

export const specFiles = [
  "twilio_verify_v2.json",
  "tsg_mail_v3.json",
  "tsg_templates_v3.json",
  "tsg_verified_senders_v3.json",
  "tsg_webhooks_v3.json",
] as const;

/** For set-up and doctor. From the same two repositories: github.com/twilio/twilio-oai and twilio/sendgrid-oai. */
export const managementFiles = [
  "twilio_api_v2010.json",
  "tsg_api_keys_v3.json",
  "tsg_scopes_v3.json",
  "tsg_domain_authentication_v3.json",
  "tsg_suppressions_v3.json",
] as const;

export type SpecFile = (typeof specFiles | typeof managementFiles)[number];
export type Json = Record<string, unknown>;
export type Schema = Json & { type?: string | string[]; properties?: Record<string, Schema>; required?: string[] };
type Content = Record<string, { schema?: Schema; examples?: Record<string, { value: unknown }> }>;
export type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
export type Operation = {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
};
export type Spec = Json & { paths: Record<string, Json> };

/** True if the descriptions are there. If not, says aloud what is skipped and how to get it. */
export function hasSpecs(suite: string, files: readonly SpecFile[] = specFiles): boolean {
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length === 0) return true;
  console.warn(`\nSKIPPED: ${suite}. Missing in ${folder} (or VENDOR_SPECS): ${missing.join(", ")}.\n`);
  return false;
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Dynamic template ids are `d-` and 32 digits, where the description wants UUIDs. */
function patchTemplateIds(schema: Json): void {
  if (schema.format !== "uuid" && schema.minLength !== 36) return;
  delete schema.format;
  delete schema.minLength;
  delete schema.maxLength;
}

/** AJV refuses `nullable` without `type`, and takes an enum without null at its word. */
function patchNullable(schema: Json): void {
  if (schema.nullable !== true) return;
  if (schema.type === undefined && schema.$ref === undefined) delete schema.nullable;
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum.push(null);
}

/** Typed as what they never are: `custom_args` is an object on the wire, `help` a text or null. */
function patchProperties(properties: Json): void {
  if (isObject(properties.custom_args) && properties.custom_args.type === "string")
    properties.custom_args.type = "object";
  if (isObject(properties.help) && properties.help.type === "object") delete properties.help.type;
}

/** Also lets every `$ref` name its file, so that any part of the description can be compiled by itself. */
function patch(value: unknown, file: SpecFile): void {
  if (Array.isArray(value)) for (const item of value) patch(item, file);
  if (!isObject(value)) return;
  if (typeof value.$ref === "string" && value.$ref.startsWith("#")) value.$ref = file + value.$ref;
  patchNullable(value);
  patchTemplateIds(value);
  if (isObject(value.properties)) patchProperties(value.properties);
  for (const [key, inner] of Object.entries(value)) if (key !== "example" && key !== "examples") patch(inner, file);
}

/** One of the descriptions, with the faults mended that keep it from being compiled or from being true. */
export function readSpec(file: SpecFile): Spec {
  const spec: Spec = JSON.parse(readFileSync(join(folder, file), "utf8"));
  patch(spec, file);
  return spec;
}

/** What a `$ref` stands for; anything else as it is. */
export function follow<Part>(spec: Spec, part: Part): Part {
  if (!isObject(part) || typeof part.$ref !== "string") return part;
  const [, pointer = ""] = part.$ref.split("#/");
  const found = pointer.split("/").reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), spec);
  return follow(spec, found as Part);
}
