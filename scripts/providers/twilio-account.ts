import { z } from "zod";
import { askProvider, type Patience, providerUrls } from "./provider-request";

const serviceSchema = z.object({
  sid: z.string(),
  account_sid: z.string(),
  friendly_name: z.string(),
  code_length: z.number(),
  lookup_enabled: z.boolean(),
  skip_sms_to_landlines: z.boolean(),
  dtmf_input_required: z.boolean(),
  custom_code_enabled: z.boolean(),
  psd2_enabled: z.boolean().nullable().default(null),
  do_not_share_warning_enabled: z.boolean().nullable().default(null),
  whatsapp: z.object({ from: z.string().nullable() }).nullable().default(null),
  date_created: z.string(),
});
export type VerifyService = z.output<typeof serviceSchema>;

const pageSchema = z.object({
  services: z.array(serviceSchema),
  meta: z.object({ next_page_url: z.string().nullable() }),
});

const messageTemplateSchema = z.object({ sid: z.string(), channels: z.array(z.string()) });

const accountSchema = z.object({ sid: z.string(), status: z.string(), type: z.string() });

/** Fields of a Verify service by the API's names, such as `CodeLength`. */
export type ServiceForm = Record<string, string>;

/**
 * What set-up and doctor ask Twilio with the credentials of the settings. Twilio has no API for a service's channels,
 * its Email Integration or Verify's geo permissions; those are in its console.
 */
export function openTwilioAccount(settings: Record<string, string | undefined>, patience?: Patience) {
  const { verify, twilio } = providerUrls(settings);
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY, TWILIO_API_SECRET } = settings;
  const credentials =
    TWILIO_API_KEY && TWILIO_API_SECRET ? [TWILIO_API_KEY, TWILIO_API_SECRET] : [TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN];
  const authorization = `Basic ${Buffer.from(credentials.join(":")).toString("base64")}`;
  const ask = <Schema extends z.ZodType>(action: string, url: string, schema: Schema, form?: ServiceForm) => {
    const method = form === undefined ? "GET" : "POST";
    return askProvider({ provider: "Twilio", action, method, url, authorization, form }, schema, patience);
  };

  return {
    /** Type `Trial` sends to verified addresses only. Standard API keys may not read it: 401. */
    fetchAccount: () =>
      ask("read the account", `${twilio}/2010-04-01/Accounts/${TWILIO_ACCOUNT_SID}.json`, accountSchema),

    /** Oldest first. */
    async listServices(): Promise<VerifyService[]> {
      const found: VerifyService[] = [];
      for (let url: string | null = `${verify}/v2/Services?PageSize=100`; url !== null; ) {
        const { services, meta }: z.output<typeof pageSchema> = await ask("list the Verify services", url, pageSchema);
        found.push(...services);
        const next: URL | null = meta.next_page_url === null ? null : new URL(meta.next_page_url);
        // Whatever host the link names, the credentials stay with this one.
        url = next === null ? null : `${verify}${next.pathname}${next.search}`;
      }
      return found.sort((a, b) => a.date_created.localeCompare(b.date_created));
    },

    fetchService: (sid: string) => ask("read a Verify service", `${verify}/v2/Services/${sid}`, serviceSchema),
    /** Texts of messages and calls, at most 100. */
    listMessageTemplates: async () =>
      (
        await ask(
          "list the message templates",
          `${verify}/v2/Templates?PageSize=100`,
          z.object({ templates: z.array(messageTemplateSchema) }),
        )
      ).templates,

    /** Whether this service has sent a code by this channel in the last 30 days. */
    hasSent: async (serviceSid: string, channel: string) =>
      (
        await ask(
          "look for sent codes",
          `${verify}/v2/Attempts?VerifyServiceSid=${serviceSid}&Channel=${channel}&PageSize=1`,
          z.object({ attempts: z.array(z.object({ sid: z.string() })) }),
        )
      ).attempts.length > 0,

    /** Sends a code by mail, and ends it at once, so that it logs nobody in. */
    async sendEndedCode(serviceSid: string, email: string, configuration: object): Promise<void> {
      const verifications = `${verify}/v2/Services/${serviceSid}/Verifications`;
      const form = { To: email, Channel: "email", ChannelConfiguration: JSON.stringify(configuration) };
      const { sid } = await ask("send a code", verifications, z.object({ sid: z.string() }), form);
      await ask("end the code", `${verifications}/${sid}`, z.unknown(), { Status: "canceled" });
    },

    createService: (form: ServiceForm) => ask("create a Verify service", `${verify}/v2/Services`, serviceSchema, form),
    updateService: (sid: string, form: ServiceForm) =>
      ask("change a Verify service", `${verify}/v2/Services/${sid}`, serviceSchema, form),
  };
}

export type TwilioAccount = ReturnType<typeof openTwilioAccount>;
