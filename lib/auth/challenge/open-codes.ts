import type { ChannelName } from "@/lib/code-channels";
import { db } from "@/lib/db/client";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { isSharedByOtherUse } from "./fresh-code";

/** A code that a challenge may have out. */
export type OpenCode = {
  channel: ChannelName;
  /** Where it went; empty where it went nowhere. */
  address: string;
  /** The provider's id of it, or a decoy's. */
  sid: string;
  /** The trusted service made it. */
  isTrusted: boolean;
  /** It was asked for by phone, whether or not the account has one. */
  isPhones: boolean;
  /** The account's phone, if that is where it went; null for the code to the challenge's own address. */
  phone: string | null;
};

type Row = {
  address: string;
  channel: ChannelName;
  sid: string | null;
  phoneChannel: ChannelName | null;
  phone: string | null;
  phoneSid: string | null;
  isPhoneNewer: boolean | null;
  isTrusted: boolean;
};

/**
 * The codes that a typed one is compared with, the newest first: the mailed one, and the phone's once that was asked
 * for. Whoever asked has two, whether or not anything was sent to a phone, so that both cost the same for every
 * address. A verification counts for nothing where a request for another use shares it (fresh-code.ts).
 */
export async function findOpenCodes(challengeId: string): Promise<OpenCode[]> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT own."address", own."channel"::text AS "channel", own."phoneChannel"::text AS "phoneChannel", own."phone",
      own."phoneSentAt" > own."lastSentAt" AS "isPhoneNewer",
      own."isTrusted",
      CASE WHEN NOT ${isSharedByOtherUse} AND NOT EXISTS (
        SELECT 1 FROM "Challenge" login WHERE login."phone" = own."address" AND login."phoneSid" = own."providerSid"
      ) THEN own."providerSid" END AS "sid",
      CASE WHEN NOT EXISTS (
        SELECT 1 FROM "Challenge" other WHERE other."address" = own."phone" AND other."providerSid" = own."phoneSid"
      ) THEN own."phoneSid" END AS "phoneSid"
    FROM "Challenge" own WHERE own."id" = ${challengeId}`;
  if (row === undefined) return [];
  const { address, channel, phoneChannel, phone, isTrusted } = row;
  const first = {
    channel,
    address,
    sid: row.sid ?? twilioProvider.decoySid(),
    isTrusted,
    isPhones: false,
    phone: null,
  };
  if (phoneChannel === null) return [first];
  const ofPhone = {
    channel: phoneChannel,
    address: phone ?? "",
    sid: row.phoneSid ?? twilioProvider.decoySid(),
    isTrusted,
    isPhones: true,
    phone,
  };
  return row.isPhoneNewer ? [ofPhone, first] : [first, ofPhone];
}
