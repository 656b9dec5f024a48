import type { ChannelName } from "@/lib/code-channels";
import { db } from "@/lib/db/client";
import { keptPlan } from "@/lib/db/kept-plan";
import { twilioProvider } from "@/lib/verification/twilio-provider";
import { isSharedByOtherUse } from "./fresh-code";

export type OpenCode = {
  channel: ChannelName;
  /** Empty if it was sent nowhere. */
  address: string;
  /** The provider's id, or a decoy's. */
  sid: string;
  isTrusted: boolean;
  isPhones: boolean;
  /** The account's phone if sent there; null for the challenge's own address. */
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

/** The codes to compare with, newest first. A phone asked for always counts: equal cost for every address. */
export async function findOpenCodes(challengeId: string): Promise<OpenCode[]> {
  const [row] = await db().$queryRaw<Row[]>`${keptPlan}
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
