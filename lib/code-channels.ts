/** Ways to a phone, in the order in which they are offered: the most usual first. */
export const phoneChannels = ["sms", "whatsapp", "call"] as const;
export type PhoneChannel = (typeof phoneChannels)[number];

/** Ways by which a code can reach a person, as Twilio names them. */
export type CodeChannel = "email" | PhoneChannel;

/** The names that the database and the audit trail have for them. */
export const channelNames = {
  email: "EMAIL",
  sms: "SMS",
  whatsapp: "WHATSAPP",
  call: "CALL",
} as const satisfies Record<CodeChannel, string>;
export type ChannelName = (typeof channelNames)[CodeChannel];

/** Whether a text names a way to a phone. */
export function isPhoneChannel(text: string): text is PhoneChannel {
  return phoneChannels.some((channel) => channel === text);
}
