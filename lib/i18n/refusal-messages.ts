import { refusals as ar } from "@/messages/ar/refusals";
import { refusals as en } from "@/messages/en/refusals";
import type { Same } from "@/messages/en/same";
import { refusals as es } from "@/messages/es/refusals";
import type { Locale } from "./locales";

/** The few sentences of the middleware, apart from all others: whatever it imports runs at the edge. */
export const refusals: Record<Locale, Same<typeof en>> = { en, es, ar };
