import type { CheckedMail } from "@/emulator/sendgrid/mail-rules";
import { plainTextOf, renderTemplate } from "@/emulator/sendgrid/render-template";
import { SendgridError } from "@/emulator/sendgrid/sendgrid-error";
import type { SendgridAccount, TemplateVersion } from "@/emulator/state/sendgrid-account";

export type RenderedMail = { subject: string; html: string | null; text: string; code: string | null };

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
