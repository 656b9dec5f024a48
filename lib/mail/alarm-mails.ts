import { alarmEmail } from "@/lib/env";
import { isolate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { mailNotice, type Recipient, shopFacts, timeFor } from "./mail-notice";

/** `at`: since when, ISO 8601. `errorCode`: the provider's last; null if it works. */
export type ProviderAlarm = {
  provider: "twilio" | "sendgrid";
  state: "failing" | "working";
  at: string;
  errorCode: string | null;
};

/** `event`: its id in the audit trail. */
export type EventAlarm = { event: string; type: string; reason: string };

/** In the shop's default language. */
export function alarmRecipient() {
  return { id: null, email: alarmEmail(), locale: null, timeZone: null };
}

const names = { twilio: "Twilio", sendgrid: "SendGrid" };

/** R42; ASVS 16.3.4. */
export async function sendProviderAlarmMail(to: Recipient, { provider, state, at, errorCode }: ProviderAlarm) {
  const t = translator(to.locale, "alarmMails");
  const name = isolate(names[provider], to.locale);
  const facts = { ...shopFacts(to.locale), provider: name, time: timeFor(to, new Date(at)) };
  const error = isolate(errorCode ?? "–", to.locale);
  const paragraphs =
    state === "working"
      ? [t("working.what", facts)]
      : [t("failing.what", { ...facts, error }), t(`failing.${provider}`), t("failing.act")];
  return await mailNotice("provider-alarm", to, {
    heading: t(`${state}.heading`, { provider: name }),
    paragraphs,
    links: [{ label: t("overview"), path: "/admin" }],
  });
}

/** For what the receiver of events did not take for a day. */
export async function sendEventAlarmMail(to: Recipient, { event, type, reason }: EventAlarm) {
  const t = translator(to.locale, "alarmMails");
  const facts = {
    ...shopFacts(to.locale),
    event: isolate(event, to.locale),
    type: isolate(type, to.locale),
    reason: isolate(reason, to.locale),
    command: isolate(`npm run events:replay -- --from ${event} --to ${event}`, to.locale),
  };
  return await mailNotice("event-alarm", to, {
    heading: t("event.heading"),
    paragraphs: [t("event.what", facts), t("event.act", facts)],
    links: [{ label: t("overview"), path: "/admin" }],
  });
}
