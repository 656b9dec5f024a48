import type { Schema } from "@/emulator/contract/patched-specs";

function coerced(text: string, schema: Schema): unknown {
  if (schema.type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  if (schema.type === "integer" || schema.type === "number") return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (schema.type === "object" || schema.type === undefined) return parsed(text);
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Form fields and query parameters are texts: each becomes what its schema says, where it can, and stays a text where not. */
export function typedValues(fields: URLSearchParams, schemaOf: (name: string) => Schema | undefined) {
  const values: Record<string, unknown> = {};
  for (const name of new Set(fields.keys())) {
    const schema = schemaOf(name);
    const texts = fields.getAll(name);
    if (schema?.type === "array") values[name] = texts;
    else values[name] = coerced(texts.at(-1) ?? "", schema ?? { type: "string" });
  }
  return values;
}
