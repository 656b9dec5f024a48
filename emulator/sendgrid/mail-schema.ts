import { z } from "zod";

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

export type Mail = z.infer<typeof mailSchema>;
export type Personalization = z.infer<typeof personalization>;
