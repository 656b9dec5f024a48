import type { Hono } from "hono";
import type { EmulatorEnv } from "@/emulator/state/world";
import { notFound, TwilioError, twilioResource } from "./twilio-request";

const subresources = {
  addresses: "Addresses",
  applications: "Applications",
  authorized_connect_apps: "AuthorizedConnectApps",
  available_phone_numbers: "AvailablePhoneNumbers",
  balance: "Balance",
  calls: "Calls",
  conferences: "Conferences",
  connect_apps: "ConnectApps",
  incoming_phone_numbers: "IncomingPhoneNumbers",
  keys: "Keys",
  messages: "Messages",
  notifications: "Notifications",
  outgoing_caller_ids: "OutgoingCallerIds",
  queues: "Queues",
  recordings: "Recordings",
  short_codes: "SMS/ShortCodes",
  signing_keys: "SigningKeys",
  sip: "SIP",
  transcriptions: "Transcriptions",
  usage: "Usage",
};

/**
 * The account itself, which Twilio answers at api.twilio.com. Its dates are those of 2010: RFC 2822.
 * @see https://www.twilio.com/docs/iam/api/account
 */
export function addAccountResource(app: Hono<EmulatorEnv>): void {
  twilioResource(app, "/2010-04-01/Accounts/:file", {
    GET: (context) => {
      const { account, isMainKey } = context.var;
      // Assumed: a standard key gets the same answer as a wrong one.
      if (!isMainKey) throw new TwilioError(20003);
      if (context.req.param("file") !== `${account.sid}.json`) throw notFound(context.req.path);
      const path = `/2010-04-01/Accounts/${account.sid}`;
      const created = "Thu, 30 Jul 2015 20:00:00 +0000";
      return context.json({
        sid: account.sid,
        friendly_name: "The emulator's account",
        owner_account_sid: account.sid,
        auth_token: account.authToken,
        status: "active",
        type: account.type,
        date_created: created,
        date_updated: created,
        subresource_uris: Object.fromEntries(
          Object.entries(subresources).map(([name, folder]) => [name, `${path}/${folder}.json`]),
        ),
        uri: `${path}.json`,
      });
    },
  });
}
