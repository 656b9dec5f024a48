import { globalError as ar } from "@/messages/ar/global-error";
import { globalError as en } from "@/messages/en/global-error";
import type { Same } from "@/messages/en/same";
import { globalError as es } from "@/messages/es/global-error";
import type { Locale } from "./locales";

/** The few sentences that go to every browser in all languages, because they are for when no page could bring its own. */
export const globalErrorMessages: Record<Locale, Same<typeof en>> = { en, es, ar };
