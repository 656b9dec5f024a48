import type { Locale } from "@/lib/i18n/locales";
import ar from "./ar/refusals";
import en from "./en/refusals";
import es from "./es/refusals";
import type { Same } from "./same";

/** The few sentences of the middleware, apart from all others: whatever it imports runs at the edge. */
export const refusals: Record<Locale, Same<typeof en>> = { en, es, ar };
