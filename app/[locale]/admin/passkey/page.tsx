import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasskeyFirstForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { dashboardDoor, orUnavailable, readDashboardAccess, requireStaffRole } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import { openDashboardAction } from "./actions";
import { dashboardPath } from "./dashboard-path";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminPasskey");
  return { title: t("title") };
}

type DashboardDoorProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Shows no one's data. */
export default async function DashboardDoor({ searchParams }: DashboardDoorProps) {
  const next = dashboardPath((await searchParams).next);
  const session = await requireStaffRole(`${dashboardDoor}?next=${encodeURIComponent(next)}`);
  const access = await orUnavailable(() => readDashboardAccess(session.id));
  if (access === "OPEN") redirect(next);
  const t = await getTranslations("adminPasskey");
  return (
    <PageShell>
      <PageHeading title={t(`${access}.title`)} />
      <Card className="grid max-w-reading justify-items-start gap-6">
        {access === "CONFIRM_PASSKEY" ? (
          <>
            <p>{t("CONFIRM_PASSKEY.why")}</p>
            <PasskeyFirstForm
              act="open-dashboard"
              isReauthenticated={false}
              action={openDashboardAction}
              button={{ children: t("CONFIRM_PASSKEY.button") }}
            >
              <input type="hidden" name="next" value={next} />
            </PasskeyFirstForm>
            <noscript>
              <p>{t("CONFIRM_PASSKEY.noScript")}</p>
            </noscript>
            <p className="text-fine text-ink-muted">{t("CONFIRM_PASSKEY.notAtHand")}</p>
          </>
        ) : access === "ADD_PASSKEY" ? (
          <>
            <p>{t("ADD_PASSKEY.why")}</p>
            <ButtonLink href="/account/passkeys" prefetch={false}>
              {t("ADD_PASSKEY.button")}
            </ButtonLink>
          </>
        ) : (
          <p>{t.rich("PASSKEYS_LOST.advice", { command: (chunks) => <code dir="ltr">{chunks}</code> })}</p>
        )}
      </Card>
    </PageShell>
  );
}
