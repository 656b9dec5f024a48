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
export function isActionDescriptor(text: string | undefined): boolean {
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
