import { env } from "@/lib/env";
import { isolate, isolatePhrase, withoutIsolates, writeTime } from "@/lib/i18n/format";
import { directionOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { actionInWords } from "@/lib/step-up/re-authentication";
import { shopConfig } from "@/shop.config";
import type { MessageContext } from "./provider";

/** Twilio's `ChannelConfiguration` of a code mail (twilio.com/docs/verify/email). */
export function codeMailConfiguration(context: MessageContext) {
  const { SENDGRID_TEMPLATE_ID, SENDGRID_FROM_EMAIL } = env();
  return {
    template_id: SENDGRID_TEMPLATE_ID,
    from: SENDGRID_FROM_EMAIL,
    from_name: shopConfig.senderName,
    substitutions: { ...factsOf(context), ...sentencesOf(context) },
  };
}

function factsOf({ clock, device, requestedAt, prefillUrl, notMeUrl }: MessageContext) {
  const { accent, onAccent } = shopConfig.colors.light;
  return {
    locale: clock.locale,
    direction: directionOf(clock.locale),
    shop_name: shopConfig.name,
    shop_domain: new URL(env().APP_URL).host,
    accent_color: accent,
    on_accent_color: onAccent,
    device: isolatePhrase(device, clock.locale),
    time: isolatePhrase(writeTime(requestedAt, clock), clock.locale),
    prefill_url: prefillUrl,
    not_me_url: notMeUrl,
  };
}

function sentencesOf({ clock: { locale }, requestedAt, expiresAt, act }: MessageContext) {
  const t = translator(locale, "codeMail");
  const shop = isolate(shopConfig.name, locale);
  const domain = isolate(new URL(env().APP_URL).host, locale);
  const minutes = Math.max(1, Math.round((expiresAt.getTime() - requestedAt.getTime()) / 60_000));
  return {
    text_is_your_code: withoutIsolates(t("isYourCode", { shop })),
    text_is_your_one_time_code: t("isYourOneTimeCode", { domain }),
    text_heading: t("heading"),
    ...(act ? { text_confirms: t("confirms", { act: actionInWords(act, locale) }) } : {}),
    text_life: t("life", { minutes }),
    text_where: t("where", { domain }),
    text_never: t("never", { shop }),
    text_fill_in: t("fillIn"),
    text_fill_in_how: t("fillInHow"),
    text_fill_in_by_link: t("fillInByLink"),
    text_asked_from: t("askedFrom"),
    text_when: t("when"),
    text_if_not: t("ifNot"),
    text_end: t("end"),
    text_end_by_link: t("endByLink"),
    text_not_me: translator(locale, "mails")("notMe"),
    text_why: t("why", { domain }),
  };
}
