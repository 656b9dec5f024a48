import { ActForm } from "@/app/[locale]/_step-up/act-form";
import type { ProofWay } from "@/app/[locale]/_step-up/proof-way";
import { Badge } from "@/components/ui/badge";
import { hidden } from "@/components/ui/rich-text";
import type { SessionView } from "@/lib/auth/session/list-sessions";
import { isolate, writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { endSessionAction } from "./actions";

type SessionItemProps = {
  session: SessionView;
  /** The reader's, for its times. */
  timeZone: string | null;
  way: ProofWay;
  path: string;
  isProven: boolean;
};

/** One place where the reader is logged in, and the button that ends it unless it is this one. */
export async function SessionItem({ session, timeZone, way, path, isProven }: SessionItemProps) {
  const { id, device, method, place, createdAt, lastSeenAt, isCurrent } = session;
  const [t, locale] = await Promise.all([getTranslations("sessions"), getLocale()]);
  const clock = { locale, timeZone };
  const at = writeTime(createdAt, clock);
  const seen = writeTime(lastSeenAt, clock);
  const how = t(`how.${method}`);
  return (
    <li className="grid gap-3 py-5 first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          <bdi className="inline-block first-letter:uppercase">{device}</bdi>
          {isCurrent ? <Badge>{t("thisBrowser")}</Badge> : null}
        </p>
        <p className="text-fine text-ink-muted">
          {place
            ? t("timesFromPlace", { at, how, place: isolate(place, locale), seen })
            : t("times", { at, how, seen })}
        </p>
      </div>
      {isCurrent ? null : (
        <ActForm
          act="end-sessions"
          way={way}
          path={path}
          isProven={isProven}
          action={endSessionAction}
          button={{
            size: "small",
            variant: isProven ? "danger" : "secondary",
            children: t.rich("end", { device: isolate(device, locale), seen, ...hidden }),
          }}
        >
          <input type="hidden" name="session" value={id} />
        </ActForm>
      )}
    </li>
  );
}
