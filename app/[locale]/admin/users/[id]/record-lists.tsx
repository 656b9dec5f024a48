import type { ReactNode } from "react";
import { RecordItem, RecordList } from "@/app/[locale]/admin/card-section";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { isolated } from "@/components/ui/rich-text";
import type { UserEvent, UserRecord } from "@/lib/admin/find-user-record";
import { describeEvent } from "@/lib/audit/event-sentences";
import type { SessionView } from "@/lib/auth/session/list-sessions";
import { describeDevice } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { Translations } from "@/lib/i18n/translator";

export async function SessionList({ sessions }: { sessions: SessionView[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUser")]);
  return (
    <RecordList empty={t("sessions.empty")}>
      {sessions.map((session) => (
        <RecordItem key={session.id} title={session.device}>
          {tellTimes(session, locale, t)}
        </RecordItem>
      ))}
    </RecordList>
  );
}

function tellTimes(session: SessionView, locale: Locale, t: Translations<"adminUser">): ReactNode {
  const { ip, place } = session;
  const at = staffTime(session.createdAt, locale);
  const seen = staffTime(session.lastSeenAt, locale);
  if (!ip) return t("sessions.times", { at, seen });
  if (!place) return t.rich("sessions.timesFromIp", { at, ip, seen, ...isolated });
  return t.rich("sessions.timesFromLocation", { at, place, ip, seen, ...isolated });
}

export async function PasskeyList({ passkeys }: { passkeys: UserRecord["passkeys"] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUser")]);
  return (
    <RecordList empty={t("passkeys.empty")}>
      {passkeys.map(({ name, createdAt, lastUsedAt, isSynced }) => {
        const at = staffTime(createdAt, locale);
        return (
          <RecordItem key={createdAt.toISOString()} title={name === null ? t("passkeys.unnamed") : <bdi>{name}</bdi>}>
            {lastUsedAt
              ? t("passkeys.used", { at, used: staffTime(lastUsedAt, locale) })
              : t("passkeys.neverUsed", { at })}{" "}
            {isSynced ? t("passkeys.synced") : t("passkeys.oneDevice")}
          </RecordItem>
        );
      })}
    </RecordList>
  );
}

export async function EventList({ events }: { events: UserEvent[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUser")]);
  return (
    <RecordList empty={t("events.empty")}>
      {events.map((event) => (
        <RecordItem key={String(event.id)} title={describeEvent(event.name, locale)}>
          {tellCircumstances(event, locale, t)}
        </RecordItem>
      ))}
    </RecordList>
  );
}

function tellCircumstances(event: UserEvent, locale: Locale, t: Translations<"adminUser">): ReactNode {
  const { ip } = event;
  const at = staffTime(event.at, locale);
  const device = event.userAgent ? describeDevice(event.userAgent, locale) : null;
  if (device && ip) return t.rich("events.atDeviceAndIp", { at, device, ip, ...isolated });
  if (device) return t("events.atDevice", { at, device });
  return ip ? t.rich("events.atIp", { at, ip, ...isolated }) : t("events.at", { at });
}
