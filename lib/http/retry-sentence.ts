import { translator } from "@/lib/i18n/translator";
import { type Clock, writeTime } from "@/lib/i18n/write-time";

const minuteMs = 60_000;

/** What a person reads at a limit: how long to wait, and until when by their clock, rounded up to whole minutes. */
export function retrySentence(retryAt: Date, now: Date, clock: Clock): string {
  const t = translator(clock.locale, "plainPages");
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / minuteMs));
  const time = writeTime(new Date(Math.ceil(retryAt.getTime() / minuteMs) * minuteMs), clock, "clock");
  return minutes < 120
    ? t("busy.minutes", { minutes, time })
    : t("busy.hours", { hours: Math.round(minutes / 60), time });
}
