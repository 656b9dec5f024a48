const hidden = "[redacted]";
const secretNames =
  /^(code|customcode|twilio_code|twilio_message|value|subject|content)$|secret|token$|password|api_?key/i;
const secretPaths = /^(\/v3\/verified_senders\/verify\/).+/;

function redacted(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item) => redacted(item, name));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redacted(item, key)]));
  return secretNames.test(name) ? hidden : value;
}

/** A path for the journal: the token that verifies a sender is part of its address. */
export function redactedPath(path: string): string {
  return path.replace(secretPaths, `$1${hidden}`);
}

/**
 * A request body for the journal: without codes, keys and the text of mails, in which a code may stand.
 */
export function redactedBody(body: string, contentType: string | undefined): unknown {
  if (body === "") return null;
  if (contentType?.includes("json")) {
    try {
      return redacted(JSON.parse(body), "");
    } catch {
      return "[not JSON]";
    }
  }
  return redacted(Object.fromEntries(new URLSearchParams(body)), "");
}
