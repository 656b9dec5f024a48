import { languageOf } from "@/emulator/twilio/languages";

type Words = { sentence: (serviceName: string) => string; doNotShare: string };

/**
 * Verify's words per language, by the first part of the tag; English for all others.
 * Approximations: what Twilio says is documented for English alone.
 * @see https://www.twilio.com/docs/verify/supported-languages
 */
const english: Words = {
  sentence: (name) => `Your ${name} verification code is:`,
  doNotShare: "Do not share this code with anyone.",
};

const words: Record<string, Words> = {
  ar: { sentence: (name) => `رمز التحقق الخاص بك في ${name} هو:`, doNotShare: "لا تشارك هذا الرمز مع أي شخص." },
  de: {
    sentence: (name) => `Ihr ${name}-Bestätigungscode lautet:`,
    doNotShare: "Geben Sie diesen Code an niemanden weiter.",
  },
  en: english,
  es: {
    sentence: (name) => `Su código de verificación de ${name} es:`,
    doNotShare: "No comparta este código con nadie.",
  },
  fr: {
    sentence: (name) => `Votre code de vérification ${name} est :`,
    doNotShare: "Ne partagez ce code avec personne.",
  },
  it: {
    sentence: (name) => `Il tuo codice di verifica ${name} è:`,
    doNotShare: "Non condividere questo codice con nessuno.",
  },
};

/** Verify's own words around a code, as its variables hand them to a template. */
export function codeWords(locale: string, serviceName: string, code: string) {
  const { sentence, doNotShare } = words[languageOf(locale)] ?? english;
  const withoutCode = sentence(serviceName);
  return { full: `${withoutCode} ${code}`, withoutCode, doNotShare };
}
