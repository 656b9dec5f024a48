import type { Locale } from "@/lib/i18n/locales";
import ar from "./ar/global-error";
import en from "./en/global-error";
import es from "./es/global-error";
import type { Same } from "./same";

/** The few sentences that go to every browser in all languages, because they are for when no page could bring its own. */
export const globalErrorMessages: Record<Locale, Same<typeof en>> = { en, es, ar };
