import { maxBodyBytes } from "./limit-body";

/** A refusal; its reason is a key of the namespace `refusals`. */
type FormError = { status: 400 | 413; reason: "tooLarge" | "broken" };

const tooLarge: FormError = { status: 413, reason: "tooLarge" };
const broken: FormError = { status: 400, reason: "broken" };

/**
 * What is wrong with a posted form that Next would meet with a fault of its own, or null. Takes only the two shapes in
 * which our pages post to server actions: a plain HTML form with React's hidden fields, and the arguments that React's
 * script sends. Everything else that React could decode (references to functions, promises, streams, blobs, parts of
 * other parts) is refused unread: no page of ours sends it, and decoders of it have been broken into (CVE-2025-55182).
 * Reads a copy; the request's own body stays whole. What cannot be an action at all is left to whoever answers the path.
 */
export async function findFormError(request: Request): Promise<FormError | null> {
  const type = request.headers.get("content-type") ?? "";
  const isAction = request.headers.has("next-action");
  const isMultipart = type.startsWith("multipart/form-data");
  // Where a platform runs Next without Node's server, this is the only limit (instrumentation-node.ts).
  const body = await readUpTo(request.clone(), maxBodyBytes);
  if (body === null) return tooLarge;
  if (!isAction && !isMultipart) return null;

  if (!isMultipart) return areFormArguments(new TextDecoder().decode(body)) ? null : broken;
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  if (form === null) return broken;
  return (isAction ? isActionCall(form) : isPlainForm(form)) ? null : broken;
}

/** React's script sends the arguments as field "0", and the fields of a form among them under "_1_". */
function isActionCall(form: FormData): boolean {
  const [root, ...others] = form.getAll("0");
  if (others.length > 0 || typeof root !== "string" || !areFormArguments(root)) return false;
  return [...form.keys()].every((name) => name === "0" || name.startsWith("_1_"));
}

/**
 * A page without its script names the action in hidden fields: by id alone, or by a descriptor and its state. A form
 * that names none is nothing that a page of ours posts.
 */
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

/** More than any state of our forms; deep nesting exhausts the stack of whoever walks it. */
const maxDepth = 20;

// React's encodeReply marks what JSON cannot say by a dollar sign: itself ("$$"), the one posted form ("$K1"), and
// values without parts. All its other marks refer to parts, functions or streams.
const plainMark = /^\$(?:\$|K1$|undefined$|NaN$|Infinity$|-Infinity$|-0$)/;

/**
 * Whether this text is a list of at most two arguments as React sends them to an action of one of our forms: the form's
 * last state and the form itself, both plain values. Never throws.
 */
export function areFormArguments(text: string): boolean {
  const value = parseJson(text);
  return Array.isArray(value) && value.length <= 2 && isPlain(value, maxDepth);
}

/** Whether this is how React names an action with a bound state in a hidden field. */
function isActionDescriptor(text: string | undefined): boolean {
  // Exactly as React writes it, since Next compares the beginning as text.
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
