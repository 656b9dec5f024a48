export const phoneChannels = ["sms", "whatsapp", "call"] as const;
export type PhoneChannel = (typeof phoneChannels)[number];

export type CodeChannel = "email" | PhoneChannel;

export const channelNames = {
  email: "EMAIL",
  sms: "SMS",
  whatsapp: "WHATSAPP",
  call: "CALL",
} as const satisfies Record<CodeChannel, string>;
export type ChannelName = (typeof channelNames)[CodeChannel];

export function isPhoneChannel(text: string): text is PhoneChannel {
  return phoneChannels.some((channel) => channel === text);
}
