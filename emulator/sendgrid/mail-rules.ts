import { z } from "zod";
import { isEmail } from "@/emulator/state/mailroom";
import { SendgridError } from "./sendgrid-request";

const address = z.object({ email: z.string(), name: z.string().nullish() });
const addresses = z.array(address);
const textMap = z.record(z.string(), z.string());

const personalization = z.object({
  from: address.optional(),
  to: addresses.optional(),
  cc: addresses.optional(),
  bcc: addresses.optional(),
  subject: z.string().optional(),
  headers: textMap.optional(),
  substitutions: textMap.optional(),
  dynamic_template_data: z.record(z.string(), z.unknown()).optional(),
  custom_args: z.record(z.string(), z.unknown()).optional(),
  send_at: z.number().int().optional(),
});

/** The shape of a mail; the rules with texts of their own are in `mail-rules.ts`. @see https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
export const mailSchema = z.object({
  personalizations: z.array(personalization).optional(),
  from: address.partial({ email: true }).optional(),
  reply_to: address.optional(),
  reply_to_list: addresses.optional(),
  subject: z.string().optional(),
  content: z.array(z.object({ type: z.string(), value: z.string() })).optional(),
  attachments: z.array(z.object({ content: z.string(), filename: z.string() })).optional(),
  template_id: z.string().optional(),
  headers: textMap.optional(),
  categories: z.array(z.string()).optional(),
  custom_args: z.record(z.string(), z.unknown()).optional(),
  send_at: z.number().int().optional(),
  batch_id: z.string().optional(),
  asm: z.object({ group_id: z.number() }).optional(),
  ip_pool_name: z.string().optional(),
  mail_settings: z.object({ sandbox_mode: z.object({ enable: z.unknown() }).optional() }).optional(),
  tracking_settings: z.record(z.string(), z.unknown()).optional(),
});

type Mail = z.infer<typeof mailSchema>;
type Personalization = z.infer<typeof personalization>;

const helpBase = "http://sendgrid.com/docs/API_Reference/Web_API_v3/Mail/errors.html#message";
const mostPersonalizations = 1000;
const mostCategories = 10;
const longestCategory = 255;
const furthestSendAtSeconds = 72 * 3600;

/** A mail that passed every rule: the parts that rendering needs are known to be there. */
export type CheckedMail = Omit<Mail, "from" | "personalizations"> & {
  from: { email: string; name?: string | null };
  personalizations: (Personalization & { to: { email: string; name?: string | null }[] })[];
};

function requireFrom(mail: Mail): void {
  if (mail.from?.email === undefined)
    throw new SendgridError(
      400,
      'The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.  e.g. {"email" : "example@example.com"}  or {"email" : "example@example.com", "name" : "Example Recipient"}.',
      "from.email",
      `${helpBase}.from`,
    );
  if (!isEmail(mail.from.email))
    throw new SendgridError(400, "The from email does not contain a valid address.", "from.email", `${helpBase}.from`);
}

function requirePersonalizations(mail: Mail): void {
  const list = mail.personalizations ?? [];
  if (list.length === 0 || list.length > mostPersonalizations)
    throw new SendgridError(
      400,
      "The personalizations field is required and must have at least one personalization.",
      "personalizations",
      `${helpBase}.personalizations`,
    );
  for (const [index, personalization] of list.entries()) requireRecipients(personalization, index);
}

function requireRecipients(personalization: Personalization, index: number): void {
  const field = `personalizations.${index}`;
  if (personalization.to === undefined || personalization.to.length === 0)
    throw new SendgridError(
      400,
      "The to array is required for all personalization objects, and must have at least one email object with a valid email address.",
      `${field}.to`,
      `${helpBase}.personalizations.to`,
    );
  const seen = new Set<string>();
  for (const kind of ["to", "cc", "bcc"] as const)
    for (const [position, { email }] of (personalization[kind] ?? []).entries()) {
      if (!isEmail(email))
        throw new SendgridError(
          400,
          "Does not contain a valid address.",
          `${field}.${kind}.${position}.email`,
          `${helpBase}.personalizations.${kind}`,
        );
      if (seen.has(email.toLowerCase()))
        throw new SendgridError(
          400,
          `Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [${email}] in the ${field}.${kind} field.`,
          field,
          `${helpBase}.recipient-errors`,
        );
      seen.add(email.toLowerCase());
    }
}

function requireContent(mail: Mail): void {
  if (mail.template_id !== undefined) return;
  if (mail.content === undefined || mail.content.length === 0)
    throw new SendgridError(
      400,
      "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. We typically suggest both text/plain and text/html blocks are included, but only one block is required.",
      "content",
      `${helpBase}.content`,
    );
  for (const [index, { type, value }] of mail.content.entries()) {
    if (type === "")
      throw new SendgridError(
        400,
        "The content type must be a string at least one character in length.",
        `content.${index}.type`,
      );
    if (value === "")
      throw new SendgridError(
        400,
        "The content value must be a string at least one character in length.",
        `content.${index}.value`,
        `${helpBase}.content.value`,
      );
  }
  const plain = mail.content.findIndex(({ type }) => type === "text/plain");
  if (plain > 0)
    throw new SendgridError(
      400,
      "If present, text/plain content must be first, followed by text/html, followed by any other content.",
      "content",
      `${helpBase}.content`,
    );
  const hasSubject = Boolean(mail.subject) || (mail.personalizations ?? []).every(({ subject }) => Boolean(subject));
  if (!hasSubject)
    throw new SendgridError(
      400,
      "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.",
      "subject",
      `${helpBase}.subject`,
    );
}

function requireLimits(mail: Mail, nowMs: number): void {
  const categories = mail.categories ?? [];
  if (categories.length > mostCategories)
    throw new SendgridError(400, "The categories array cannot contain more than 10 items.", "categories");
  if (categories.some((category) => category.length > longestCategory))
    throw new SendgridError(400, "A category cannot be longer than 255 characters.", "categories");
  if (mail.send_at !== undefined && mail.send_at > nowMs / 1000 + furthestSendAtSeconds)
    throw new SendgridError(400, "The send_at parameter cannot be more than 72 hours in the future.", "send_at");
}

/** True in sandbox mode, which must be switched by a real boolean. */
export function isSandboxed(mail: Mail): boolean {
  const enable = mail.mail_settings?.sandbox_mode?.enable;
  if (enable === undefined) return false;
  if (typeof enable !== "boolean")
    throw new SendgridError(
      400,
      "The sandbox mode enable param should be a boolean value.",
      "mail_settings.sandbox_mode.enable",
    );
  return enable;
}

/**
 * The rules of a mail with the texts that SendGrid answers; the first broken one is told.
 * @see https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors
 */
export function requireSendableMail(mail: Mail, nowMs: number): CheckedMail {
  requireFrom(mail);
  requirePersonalizations(mail);
  requireContent(mail);
  requireLimits(mail, nowMs);
  return mail as CheckedMail;
}
