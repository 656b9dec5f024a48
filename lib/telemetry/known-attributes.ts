import type { Attributes, AttributeValue } from "@opentelemetry/api";
import type { ReadableSpan, SpanProcessor } from "@opentelemetry/sdk-trace-base";

type Check = (value: AttributeValue) => boolean;

/** No digits, "@" or "+": codes, phones, tokens, ids and emails have some. */
const word: Check = (value) => typeof value === "string" && /^[A-Za-z][A-Za-z_.-]{0,39}$/.test(value);

/** A pattern such as /[locale]/otp/[challenge], never a path that somebody opened. */
const route: Check = (value) =>
  typeof value === "string" && /^(?:\/|(?:\/(?:[a-z_.-]{1,24}|\[\[?(?:\.{3})?[a-z]{1,24}\]?\]))+)$/i.test(value);

const methods = new Set<AttributeValue>(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "_OTHER"]);
const method: Check = (value) => methods.has(value);

const status: Check = (value) => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599;

/** All that may leave the process. Next and the SDK add more: whole addresses, query strings, texts of errors. */
const known: Record<string, Check> = {
  "http.method": method,
  "http.request.method": method,
  "http.status_code": status,
  "http.response.status_code": status,
  "http.route": route,
  "next.route": route,
  "next.span_type": word,
  "error.type": (value) => word(value) || status(Number(value)),
  "shop.act": word,
  "shop.channel": word,
  "shop.event": word,
  "shop.job": word,
  "shop.kind": word,
  "shop.method": word,
  "shop.operation": word,
  "shop.outcome": word,
  "shop.policy": word,
  "shop.provider": word,
  "shop.reason": word,
};

export function keepKnown(attributes: Attributes): Attributes {
  const kept: Attributes = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && known[name]?.(value)) kept[name] = value;
  }
  return kept;
}

/** Runs before the exporters. Removes from each span all that is not known: attributes, events, texts of errors, names
 * with addresses in them. */
export const dropUnknown: SpanProcessor = {
  onStart: () => {},
  onEnd(span) {
    const attributes = keepKnown(span.attributes);
    Object.assign(span, {
      attributes,
      name: nameOf(span, attributes),
      events: [],
      links: span.links.map(({ context }) => ({ context })),
      status: { code: span.status.code },
    });
  },
  forceFlush: async () => {},
  shutdown: async () => {},
};

function nameOf({ name, instrumentationScope }: ReadableSpan, attributes: Attributes): string {
  // Constants of this shop's code.
  if (instrumentationScope.name === scopeName) return name;
  const where = attributes["http.route"] ?? attributes["next.route"] ?? "";
  const what = attributes["http.method"] ?? attributes["next.span_type"] ?? "other";
  return `${what} ${where}`.trim();
}

export const scopeName = "shop";
