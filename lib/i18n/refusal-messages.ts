import ar from "@/messages/ar/refusals";
import en from "@/messages/en/refusals";
import type { Same } from "@/messages/en/same";
import es from "@/messages/es/refusals";
import type { Locale } from "./locales";

/** The few sentences of the middleware, apart from all others: whatever it imports runs at the edge. */
export const refusals: Record<Locale, Same<typeof en>> = { en, es, ar };
