import type { ReactNode } from "react";
import { RecordItem, RecordList } from "@/app/[locale]/admin/record-list";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { isolated } from "@/components/ui/rich-text";
import type { UserEvent } from "@/lib/admin/find-user-record";
import { describeEvent } from "@/lib/audit/event-sentences";
import { describeDevice } from "@/lib/http/visitor";
import type { Locale } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { Translations } from "@/lib/i18n/translator";

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
