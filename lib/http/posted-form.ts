import { maxBodyBytes } from "./limit-body";

type FormError = { status: 400 | 413; reason: "tooLarge" | "broken" };

const tooLarge: FormError = { status: 413, reason: "tooLarge" };
const broken: FormError = { status: 400, reason: "broken" };

/** What is wrong with a posted form, or null. Allows only the shapes our pages post (CVE-2025-55182). */
export async function findFormError(request: Request): Promise<FormError | null> {
  const type = request.headers.get("content-type") ?? "";
  const isAction = request.headers.has("next-action");
  const isMultipart = type.startsWith("multipart/form-data");
  const body = await readUpTo(request.clone(), maxBodyBytes);
  if (body === null) return tooLarge;
  if (!isAction && !isMultipart) return null;

  if (!isMultipart) return areFormArguments(new TextDecoder().decode(body)) ? null : broken;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  if (form === null) return broken;
  return (isAction ? isActionCall(form) : isPlainForm(form)) ? null : broken;
}

/** React's script sends arguments as field "0". */
function isActionCall(form: FormData): boolean {
  const [root, ...others] = form.getAll("0");
  if (others.length > 0 || typeof root !== "string" || !areFormArguments(root)) return false;
  return [...form.keys()].every((name) => name === "0" || name.startsWith("_1_"));
}

/** Without script, hidden fields name the action, by id or descriptor. */
function isPlainForm(form: FormData): boolean {
  const hidden = [...form.entries()].filter(([name]) => name.startsWith("$ACTION_"));
  if (hidden.some(([, value]) => typeof value !== "string")) return false;
  const fields = new Map(hidden as [string, string][]);
  if (fields.size < hidden.length) return false;
  const named = [...fields.keys()].filter((name) => /^\$ACTION_(REF|ID)_/.test(name));
  const [action = ""] = named;
  if (named.length !== 1) return false;
  if (/^\$ACTION_ID_[0-9a-f]{42}$/.test(action)) return fields.size === 1;
  const index = /^\$ACTION_REF_(\d{1,3})$/.exec(action)?.[1];
  if (index === undefined) return false;
  const known = [action, `$ACTION_${index}:0`, `$ACTION_${index}:1`, "$ACTION_KEY"];
  const [, descriptor, state] = known.map((name) => fields.get(name));
  if ([...fields.keys()].some((name) => !known.includes(name))) return false;
  return isActionDescriptor(descriptor) && state !== undefined && areFormArguments(state);
}

async function readUpTo(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > limit) return null;
    chunks.push(read.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Our forms nest less; deep nesting exhausts the stack. */
const maxDepth = 20;

// React's encodeReply marks special values by "$". Only an escaped "$", the one form and plain values pass.
const plainMark = /^\$(?:\$|K1$|undefined$|NaN$|Infinity$|-Infinity$|-0$)/;

/** Whether this is a form's last state and the form, as plain values. Never throws. */
export function areFormArguments(text: string): boolean {
  const value = parseJson(text);
  return Array.isArray(value) && value.length <= 2 && isPlain(value, maxDepth);
}

function isActionDescriptor(text: string | undefined): boolean {
  return text !== undefined && /^\{"id":"[0-9a-f]{42}","bound":"\$@1"\}$/.test(text);
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string") return !value.startsWith("$") || plainMark.test(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(
    ([key, each]) => key !== "__proto__" && key !== "then" && isPlain(each, depth - 1),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
