import type { Hono } from "hono";
import { z } from "zod";
import type { Account, MessageTemplate, VerifyService } from "@/emulator/state/account";
import type { EmulatorEnv } from "@/emulator/state/world";
import {
  type Form,
  invalidParameter,
  jsonArray,
  jsonObject,
  metaPage,
  TwilioError,
  twilioResource,
} from "./twilio-request";

const since = "2021-07-29T20:38:28.165602325Z";

const ownOfTwilio: MessageTemplate[] = [
  {
    sid: "HJ00000000000000000000000000000001",
    friendlyName: "Base Verification Template",
    channels: ["sms", "voice"],
    text: "Your {{friendly_name}} verification code is: {{code}}.",
    translations: {},
  },
  {
    sid: "HJ00000000000000000000000000000002",
    friendlyName: "Base Verification Template with do not share",
    channels: ["sms"],
    text: "Your {{friendly_name}} verification code is: {{code}}. Do not share this code with anyone.",
    translations: {},
  },
];

const mostTemplates = 10;
const candidateSchema = z.object({ sid: z.string(), substitutions: z.record(z.string(), z.string()).default({}) });

export type MessageOrder = { text: string; substitutions: Record<string, unknown> };

/** The template for a Locale: of `Templates`, `TemplateSid` or the service; null: Verify's words. @see
 * https://www.twilio.com/docs/api/errors/60252 */
export function findMessageOrder(account: Account, service: VerifyService, form: Form, channel: string) {
  const find = (sid: string) =>
    account.messageTemplates.get(sid) ?? ownOfTwilio.find((template) => template.sid === sid);
  const suits = (template: MessageTemplate | undefined) =>
    template?.channels.includes(channel === "call" ? "voice" : channel) ?? false;

  const inLanguage = (template: MessageTemplate) =>
    template.translations[languageOf(form.get("Locale") ?? "en")] ?? template.text;

  const sid = form.get("TemplateSid");
  if (sid !== null && channel === "email") throw new TwilioError(60408);
  const candidates = jsonArray(form, "Templates", () => new TwilioError(60251));
  if (candidates !== undefined) {
    const read = z.array(candidateSchema).max(mostTemplates).safeParse(candidates);
    if (!read.success) throw new TwilioError(60251);
    const chosen = read.data.find((candidate) => suits(find(candidate.sid)));
    const text = chosen && find(chosen.sid);
    if (text === undefined) throw new TwilioError(60252);
    return { text: inLanguage(text), substitutions: chosen?.substitutions ?? {} };
  }
  if (sid !== null && find(sid) === undefined) throw invalidParameter("TemplateSid");
  const template = find(sid ?? service.defaultTemplateSid ?? "");
  if (template === undefined || !suits(template)) return null;
  return { text: inLanguage(template), substitutions: jsonObject(form, "TemplateCustomSubstitutions") };
}

/** Unfilled places stay empty. */
export function renderMessage({ text, substitutions }: MessageOrder, values: Record<string, string>): string {
  const all: Record<string, unknown> = { ...substitutions, ...values };
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(all[name] ?? ""));
}

/** Texts for messages and calls, never for mail. @see https://www.twilio.com/docs/verify/api/templates */
export function addMessageTemplates(app: Hono<EmulatorEnv>): void {
  twilioResource(app, "/v2/Templates", {
    GET: (context) => {
      const name = context.req.query("FriendlyName");
      const templates = [...ownOfTwilio, ...context.var.account.messageTemplates.values()];
      const found = templates.filter(({ friendlyName }) => name === undefined || friendlyName === name);
      const views = found.map(({ sid, friendlyName, channels, text, translations }) => ({
        sid,
        account_sid: context.var.account.sid,
        friendly_name: friendlyName,
        channels,
        translations: Object.fromEntries(
          Object.entries({ en: text, ...translations }).map(([locale, translated]) => [
            locale,
            {
              is_default_translation: locale === "en",
              status: "approved",
              locale,
              text: translated,
              date_updated: since,
              date_created: since,
            },
          ]),
        ),
      }));
      return context.json(metaPage(context, "templates", views));
    },
  });
}

type Words = { sentence: (serviceName: string) => string; doNotShare: string };

/** Approximations except English. @see https://www.twilio.com/docs/verify/supported-languages */
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

/** The languages of Verify's default template, by the first part of their tags. */
const languages: ReadonlySet<string> = new Set(
  "af ar ca zh hr cs da nl en et fi fr de el he hi hu id it ja kn ko lt ms mr nb pl pt ro ru sk es sv tl te th tr uk vi".split(
    " ",
  ),
);

/** The language of a Locale parameter, without its country. */
function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? "";
}

/** 404 for an unknown Locale. @see https://www.twilio.com/docs/verify/supported-languages */
export function requireLanguage(form: Form): void {
  const locale = form.get("Locale");
  if (locale !== null && !languages.has(languageOf(locale))) throw new TwilioError(20404);
}
