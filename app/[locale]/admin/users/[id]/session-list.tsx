import type { ReactNode } from "react";
import { RecordItem, RecordList } from "@/app/[locale]/admin/record-list";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { isolated } from "@/components/ui/rich-text";
import type { SessionView } from "@/lib/auth/session/list-sessions";
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
  return t.rich("sessions.timesFromPlace", { at, place, ip, seen, ...isolated });
}
