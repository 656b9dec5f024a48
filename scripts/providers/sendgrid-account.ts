import { z } from "zod";
import { askProvider, type Patience, providerUrls } from "./provider-request";

/** What the shop's own key may do: "Mail Send" full and "Template Engine" read. twilio.com/docs/verify/email */
export const shopKeyScopes = ["mail.send", "templates.read", "templates.versions.read"];

/** Of which events the shop's webhook hears. */
export const webhookEvents = ["processed", "delivered", "bounce", "dropped", "deferred", "spam_report"] as const;

const versionSchema = z.object({
  id: z.string(),
  active: z.union([z.literal(0), z.literal(1)]),
  name: z.string(),
  subject: z.string().default(""),
  html_content: z.string().default(""),
  plain_content: z.string().default(""),
});
export type TemplateVersion = z.output<typeof versionSchema>;
const templateSchema = z.object({ id: z.string(), name: z.string(), versions: z.array(versionSchema).default([]) });
export type MailTemplate = z.output<typeof templateSchema>;
const templatesSchema = z.object({
  result: z.array(templateSchema),
  _metadata: z.object({ next: z.string().optional() }).optional(),
});

const webhookSchema = z.object({
  id: z.string(),
  enabled: z.boolean(),
  url: z.string(),
  public_key: z.string().optional(),
  processed: z.boolean().default(false),
  delivered: z.boolean().default(false),
  bounce: z.boolean().default(false),
  dropped: z.boolean().default(false),
  deferred: z.boolean().default(false),
  spam_report: z.boolean().default(false),
});

const domainSchema = z.object({ id: z.number(), domain: z.string(), valid: z.boolean() });
const senderSchema = z.object({ from_email: z.string(), verified: z.boolean() });
const keySchema = z.object({ api_key_id: z.string(), name: z.string() });
const secretSchema = z.object({ api_key: z.string().startsWith("SG."), api_key_id: z.string() });
const entriesSchema = z.union([z.array(z.unknown()), z.object({ recipient_email: z.string().optional() })]);

const suppressionPaths = {
  bounces: "suppression/bounces",
  "spam reports": "suppression/spam_reports",
  "invalid emails": "suppression/invalid_emails",
  "global unsubscribes": "asm/suppressions/global",
};

type VersionContent = { name: string; subject: string; html_content: string; plain_content: string };

/** What set-up and doctor ask SendGrid with `apiKey`. */
export function openSendgridAccount(settings: Record<string, string | undefined>, apiKey: string, patience?: Patience) {
  const base = `${providerUrls(settings).sendgrid}/v3`;
  const webhooks = "user/webhooks/event/settings";

  function ask<Schema extends z.ZodType>(
    action: string,
    scope: string | undefined,
    [method, path, json]: ["GET" | "POST" | "PATCH" | "DELETE", string, unknown?],
    schema: Schema,
  ) {
    const url = `${base}/${path}`;
    return askProvider(
      { provider: "SendGrid", action, scope, method, url, authorization: `Bearer ${apiKey}`, json },
      schema,
      patience,
    );
  }

  return {
    /** What this key may do. */
    scopes: async () =>
      (await ask("read what the key may do", undefined, ["GET", "scopes"], z.object({ scopes: z.array(z.string()) })))
        .scopes,

    /** Without the texts of their versions: fetch one for those. */
    async listTemplates(): Promise<MailTemplate[]> {
      const found: MailTemplate[] = [];
      for (let token: string | null = ""; token !== null; ) {
        const path = `templates?generations=dynamic&page_size=200${token === "" ? "" : `&page_token=${token}`}`;
        const page: z.output<typeof templatesSchema> = await ask(
          "list the templates",
          "templates.read",
          ["GET", path],
          templatesSchema,
        );
        found.push(...page.result);
        const next = page._metadata?.next;
        token = next === undefined ? null : new URL(next).searchParams.get("page_token");
      }
      return found;
    },
    fetchTemplate: (id: string) =>
      ask("read the template", "templates.read", ["GET", `templates/${id}`], templateSchema),
    createTemplate: (name: string) =>
      ask(
        "create the template",
        "templates.create",
        ["POST", "templates", { name, generation: "dynamic" }],
        templateSchema,
      ),
    /** A new version, active at once; earlier ones are kept. */
    createVersion: (templateId: string, content: VersionContent) =>
      ask(
        "create a version of the template",
        "templates.versions.create",
        [
          "POST",
          `templates/${templateId}/versions`,
          { ...content, active: 1, editor: "code", generate_plain_content: false },
        ],
        versionSchema,
      ),
    activateVersion: (templateId: string, id: string) =>
      ask(
        "activate a version of the template",
        "templates.versions.activate.create",
        ["POST", `templates/${templateId}/versions/${id}/activate`],
        versionSchema,
      ),

    listDomains: () =>
      ask("list the authenticated domains", "whitelabel.read", ["GET", "whitelabel/domains"], z.array(domainSchema)),
    listSenders: async () =>
      (
        await ask(
          "list the verified senders",
          "whitelabel.read",
          ["GET", "verified_senders"],
          z.object({ results: z.array(senderSchema) }),
        )
      ).results,

    listWebhooks: async () =>
      (
        await ask(
          "list the event webhooks",
          `user.webhooks.event.settings.read`,
          ["GET", `${webhooks}/all`],
          z.object({ webhooks: z.array(webhookSchema) }),
        )
      ).webhooks,
    createWebhook: (settingsOfWebhook: object) =>
      ask(
        "create the event webhook",
        "user.webhooks.event.settings.create",
        ["POST", webhooks, settingsOfWebhook],
        webhookSchema,
      ),
    updateWebhook: (id: string, settingsOfWebhook: object) =>
      ask(
        "change the event webhook",
        "user.webhooks.event.settings.update",
        ["PATCH", `${webhooks}/${id}`, settingsOfWebhook],
        webhookSchema,
      ),
    /** Switches signing on; the key stays the same if it was on. */
    signWebhook: async (id: string) =>
      (
        await ask(
          "sign the event webhook",
          "user.webhooks.event.settings.update",
          ["PATCH", `${webhooks}/signed/${id}`, { enabled: true }],
          z.object({ public_key: z.string().min(1) }),
        )
      ).public_key,

    /** Whether SendGrid rewrites links, in HTML and in plain text. */
    fetchClickTracking: () =>
      ask(
        "read the click tracking",
        "tracking_settings.click.read",
        ["GET", "tracking_settings/click"],
        z.object({ enabled: z.boolean(), enable_text: z.boolean() }),
      ),

    listKeys: async () =>
      (await ask("list the API keys", "api_keys.read", ["GET", "api_keys"], z.object({ result: z.array(keySchema) })))
        .result,
    createKey: (name: string, scopes: string[]) =>
      ask("create the shop's API key", "api_keys.create", ["POST", "api_keys", { name, scopes }], secretSchema),
    deleteKey: (id: string) => ask("delete an API key", "api_keys.delete", ["DELETE", `api_keys/${id}`], z.unknown()),

    /** The names of the lists that keep mail from this address. */
    async suppressionsOf(email: string): Promise<string[]> {
      const lists = await Promise.all(
        Object.entries(suppressionPaths).map(async ([name, path]) => {
          const entries = await ask(
            `look for an address in the ${name}`,
            "suppression.read",
            ["GET", `${path}/${encodeURIComponent(email)}`],
            entriesSchema,
          );
          const isListed = Array.isArray(entries) ? entries.length > 0 : entries.recipient_email !== undefined;
          return isListed ? [name] : [];
        }),
      );
      return lists.flat();
    },
  };
}

export type SendgridAccount = ReturnType<typeof openSendgridAccount>;
