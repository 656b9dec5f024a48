import type { Hono } from "hono";
import { metaPage } from "@/emulator/twilio/meta-page";
import { twilioResource } from "@/emulator/twilio/twilio-resource";
import type { EmulatorEnv } from "@/emulator/world";

const since = "2021-07-29T20:38:28.165602325Z";

const templates = [
  {
    sid: "HJ00000000000000000000000000000001",
    friendlyName: "Base Verification Template",
    channels: ["sms", "voice"],
    text: "Your {{friendly_name}} verification code is: {{code}}.",
  },
  {
    sid: "HJ00000000000000000000000000000002",
    friendlyName: "Base Verification Template with do not share",
    channels: ["sms"],
    text: "Your {{friendly_name}} verification code is: {{code}}. Do not share this code with anyone.",
  },
];

/** Texts for messages and calls, never for mail. @see https://www.twilio.com/docs/verify/api/templates */
export function addMessageTemplates(app: Hono<EmulatorEnv>): void {
  twilioResource(app, "/v2/Templates", {
    GET: (context) => {
      const name = context.req.query("FriendlyName");
      const found = templates.filter(({ friendlyName }) => name === undefined || friendlyName === name);
      const views = found.map(({ sid, friendlyName, channels, text }) => ({
        sid,
        account_sid: context.var.account.sid,
        friendly_name: friendlyName,
        channels,
        translations: {
          en: {
            is_default_translation: true,
            status: "approved",
            locale: "en",
            text,
            date_updated: since,
            date_created: since,
          },
        },
      }));
      return context.json(metaPage(context, "templates", views));
    },
  });
}
