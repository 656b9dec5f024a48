/** Sentences per language; Verify falls back to English for email. @see https://www.twilio.com/docs/verify/supported-languages */
const sentences: Record<string, (serviceName: string) => string> = {
  en: (name) => `Your ${name} verification code is:`,
  de: (name) => `Ihr ${name}-Bestätigungscode lautet:`,
  es: (name) => `Su código de verificación de ${name} es:`,
  fr: (name) => `Votre code de vérification ${name} est :`,
  it: (name) => `Il tuo codice di verifica ${name} è:`,
};

/** Verify's own words around a code, as its variables hand them to a template. */
export function codeWords(locale: string, serviceName: string, code: string): { full: string; withoutCode: string } {
  const sentence = sentences[locale.slice(0, 2).toLowerCase()] ?? sentences.en;
  const withoutCode = sentence === undefined ? "" : sentence(serviceName);
  return { full: `${withoutCode} ${code}`, withoutCode };
}
