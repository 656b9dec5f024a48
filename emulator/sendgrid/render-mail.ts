import Handlebars from "handlebars";
import type { SendgridAccount, TemplateVersion } from "@/emulator/state/account";
import type { CheckedMail } from "./mail-rules";
import { SendgridError } from "./sendgrid-request";

type RenderedMail = { subject: string; html: string | null; text: string; code: string | null };

/** The version a template sends now; undefined if it has none that is active. */
function activeVersion(sendgrid: SendgridAccount, templateId: string): TemplateVersion | undefined {
  const template = sendgrid.templates.get(templateId);
  return template && [...template.versions.values()].find(({ active }) => active);
}

function requireVersion(sendgrid: SendgridAccount, templateId: string): TemplateVersion {
  const version = activeVersion(sendgrid, templateId);
  if (version === undefined)
    throw new SendgridError(
      400,
      `The template_id must be a valid GUID, you provided '${templateId}'.`,
      "template_id",
      "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message.template_id",
    );
  return version;
}

function substitute(text: string, substitutions: Record<string, string>): string {
  return Object.entries(substitutions).reduce((result, [tag, value]) => result.replaceAll(tag, value), text);
}

function renderFromTemplate(version: TemplateVersion, data: Record<string, unknown>): RenderedMail {
  const html = renderTemplate(version.htmlContent, data);
  const plain = version.plainContent === "" ? plainTextOf(html) : renderTemplate(version.plainContent, data);
  const code = data.twilio_code;
  return {
    subject: renderTemplate(version.subject, data),
    html,
    text: plain,
    code: typeof code === "string" ? code : null,
  };
}

/** One mail per personalization: from the dynamic template, or from the content with its substitutions. */
export function renderMail(
  sendgrid: SendgridAccount,
  mail: CheckedMail,
  personalization: CheckedMail["personalizations"][number],
): RenderedMail {
  if (mail.template_id !== undefined)
    return renderFromTemplate(requireVersion(sendgrid, mail.template_id), personalization.dynamic_template_data ?? {});
  const substitutions = personalization.substitutions ?? {};
  const content = (type: string) => mail.content?.find((part) => part.type === type)?.value;
  const html = content("text/html");
  const text = content("text/plain") ?? (html === undefined ? "" : plainTextOf(html));
  return {
    subject: substitute(personalization.subject ?? mail.subject ?? "", substitutions),
    html: html === undefined ? null : substitute(html, substitutions),
    text: substitute(text, substitutions),
    code: null,
  };
}

const compiledKept = 200;

/** SendGrid's own helpers beside the built-in ones. @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/using-handlebars */
const engine = Handlebars.create();

function registerComparison(name: string, holds: (left: unknown, right: unknown) => boolean): void {
  engine.registerHelper(
    name,
    function (this: unknown, left: unknown, right: unknown, options: Handlebars.HelperOptions) {
      return holds(left, right) ? options.fn(this) : options.inverse(this);
    },
  );
}

registerComparison("equals", (left, right) => String(left) === String(right));
registerComparison("notEquals", (left, right) => String(left) !== String(right));
registerComparison("greaterThan", (left, right) => Number(left) > Number(right));
registerComparison("lessThan", (left, right) => Number(left) < Number(right));
registerComparison("and", (left, right) => Boolean(left) && Boolean(right));
registerComparison("or", (left, right) => Boolean(left) || Boolean(right));
engine.registerHelper("length", (list: unknown) => (Array.isArray(list) ? list.length : 0));
engine.registerHelper("insert", (value: unknown, fallback: unknown) => {
  const text = typeof fallback === "string" ? fallback.replace(/^default=/, "") : "";
  return value === undefined || value === null || value === "" ? text : value;
});

const compiled = new Map<string, Handlebars.TemplateDelegate>();

function compile(source: string): Handlebars.TemplateDelegate {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  if (compiled.size >= compiledKept) compiled.clear();
  const template = engine.compile(source);
  compiled.set(source, template);
  return template;
}

/** Fills a template in: `{{x}}` is escaped for HTML, `{{{x}}}` is not, what is missing stays empty. */
export function renderTemplate(source: string, data: Record<string, unknown>): string {
  return compile(source)(data);
}

/** The text that SendGrid makes of a page where a version has no plain text of its own. */
export function plainTextOf(html: string): string {
  return html
    .replace(/<(style|head|script)[\s\S]*?<\/\1>/gi, "")
    .replace(/<(br|\/p|\/tr|\/div|\/h\d)[^>]*>/gi, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/[ \t]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
