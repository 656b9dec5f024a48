import type { Context } from "hono";
import type { EmulatorEnv } from "@/emulator/state/world";
import { invalidParameter } from "@/emulator/twilio/twilio-error";

export type Form = URLSearchParams;

/** Twilio's request bodies are URL-encoded forms, some fields of which hold JSON. */
export async function readForm(context: Context<EmulatorEnv>): Promise<Form> {
  return new URLSearchParams(await context.req.text());
}

/** The field's text, or 60200 with its name. */
export function required(form: Form, name: string): string {
  const value = form.get(name);
  if (value === null || value === "") throw invalidParameter(name);
  return value;
}

/** The field's JSON object, an empty one if the field is absent, or 60200 with its name. */
export function jsonObject(form: Form, name: string): Record<string, unknown> {
  const value = parseJson(form, name);
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidParameter(name);
  return value as Record<string, unknown>;
}

/** The field's JSON array, or undefined if the field is absent. */
export function jsonArray(form: Form, name: string, refuse = () => invalidParameter(name)): unknown[] | undefined {
  const value = parseJson(form, name, refuse);
  if (value === undefined || Array.isArray(value)) return value;
  throw refuse();
}

function parseJson(form: Form, name: string, refuse = () => invalidParameter(name)): unknown {
  const text = form.get(name);
  if (text === null || text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refuse();
  }
}

/** "true" and "false" as the SDK writes them; undefined if absent. */
export function optionalBoolean(form: Form, name: string): boolean | undefined {
  const text = form.get(name);
  if (text === null) return undefined;
  if (!/^(true|false)$/i.test(text)) throw invalidParameter(name);
  return text.toLowerCase() === "true";
}

/** A whole number within bounds; undefined if absent. */
export function optionalInteger(form: Form, name: string, least: number, most: number): number | undefined {
  const text = form.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw invalidParameter(name);
  return value;
}
