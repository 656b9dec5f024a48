import { globalError as ar } from "@/messages/ar/global-error";
import { globalError as en } from "@/messages/en/global-error";
import type { Same } from "@/messages/en/same";
import { globalError as es } from "@/messages/es/global-error";
import type { Locale } from "./locales";

/** Sent to every browser in all languages, so few. */
export const globalErrorMessages: Record<Locale, Same<typeof en>> = { en, es, ar };
