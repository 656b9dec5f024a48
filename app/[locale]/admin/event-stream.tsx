import { Alert } from "@/components/ui/alert";
import { isolated } from "@/components/ui/rich-text";
import { mostCountedEvents, type StreamState } from "@/lib/events/read-stream";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { CardSection } from "./card-section";
import { staffTime } from "./user-words";

export async function EventsFailing({ stream: { failingSince, lastError } }: { stream: StreamState }) {
  if (failingSince === null) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  const facts = { at: staffTime(failingSince, locale), reason: lastError ?? "–", ...isolated };
  return (
    <Alert tone="warning" title={t("events.failingTitle")}>
      {t.rich("events.failing", facts)}
    </Alert>
  );
}

export async function EventStream({ stream: { deliveredAt, waiting } }: { stream: StreamState }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminOverview")]);
  return (
    <CardSection title={t("events.heading")}>
      <p>{deliveredAt === null ? t("events.none") : t("events.delivered", { at: staffTime(deliveredAt, locale) })}</p>
      <p>
        {waiting > mostCountedEvents
          ? t("events.waitingMoreThan", { count: mostCountedEvents })
          : t("events.waiting", { count: waiting })}
      </p>
    </CardSection>
  );
}
