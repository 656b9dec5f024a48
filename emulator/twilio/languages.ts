import type { Form } from "@/emulator/twilio/form";
import { TwilioError } from "@/emulator/twilio/twilio-error";

/** The languages of Verify's default template, by the first part of their tags. */
const languages: ReadonlySet<string> = new Set(
  "af ar ca zh hr cs da nl en et fi fr de el he hi hu id it ja kn ko lt ms mr nb pl pt ro ru sk es sv tl te th tr uk vi".split(
    " ",
  ),
);

/** The language of a Locale parameter, without its country. */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? "";
}

/**
 * Refuses a Locale that Verify does not have with 404. Which channels and templates have fewer is not played.
 * @see https://www.twilio.com/docs/verify/supported-languages
 */
export function requireLanguage(form: Form): void {
  const locale = form.get("Locale");
  if (locale !== null && !languages.has(languageOf(locale))) throw new TwilioError(20404);
}
