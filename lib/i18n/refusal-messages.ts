import { refusals as ar } from "@/messages/ar/refusals";
import { refusals as en } from "@/messages/en/refusals";
import type { Same } from "@/messages/en/same";
import { refusals as es } from "@/messages/es/refusals";
import type { Locale } from "./locales";

/** Apart, because the edge bundles what the middleware imports. */
export const refusals: Record<Locale, Same<typeof en>> = { en, es, ar };
