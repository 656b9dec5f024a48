import type { Context } from "hono";
import type { EmulatorEnv } from "@/emulator/state/world";
import { invalidParameter } from "@/emulator/twilio/twilio-error";

function pageParameter(context: Context<EmulatorEnv>, name: string, fallback: number, most: number): number {
  const text = context.req.query(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw invalidParameter(name);
  return Math.min(value, most);
}

/**
 * A list in the `meta` form of Twilio's newer APIs. The SDK follows `next_page_url` as it stands, past its base URL,
 * so these links keep the host of the request where Twilio would write its own.
 * @see https://www.twilio.com/docs/usage/twilios-response#pagination
 */
export function metaPage(context: Context<EmulatorEnv>, key: string, items: unknown[]): Record<string, unknown> {
  const size = Math.max(1, pageParameter(context, "PageSize", 50, 1000));
  const page = pageParameter(context, "Page", 0, Number.MAX_SAFE_INTEGER);
  const requested = new URL(context.req.url);
  const link = (index: number) => {
    const query = new URLSearchParams(requested.searchParams);
    query.set("PageSize", String(size));
    query.set("Page", String(index));
    if (index > 0) query.set("PageToken", `PT${index}`);
    else query.delete("PageToken");
    return `${requested.origin}${requested.pathname}?${query}`;
  };
  const hasNext = (page + 1) * size < items.length;
  return {
    meta: {
      page,
      page_size: size,
      first_page_url: link(0),
      previous_page_url: page > 0 ? link(page - 1) : null,
      next_page_url: hasNext ? link(page + 1) : null,
      key,
      url: link(page),
    },
    [key]: items.slice(page * size, (page + 1) * size),
  };
}
