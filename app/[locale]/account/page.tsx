import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { TellDevices } from "@/app/[locale]/account/tell-devices";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { isolated } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { findStopPath } from "@/lib/auth/account/stop-recovery";
import { accountNotices, findNotice } from "@/lib/http/notices";
import { safePath } from "@/lib/http/safe-redirect";
import { writeTime } from "@/lib/i18n/format";
import { isLocale, languageNames } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { canReadDashboard } from "@/lib/users/roles";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title"), robots: { index: false } };
}

type AccountPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const session = await requireSession("/account");
  const { user } = session;
  const stopPath = await orUnavailable(() => findStopPath(session));
  const query = await searchParams;
  const [t, menu, fields, language, feedback, locale] = await Promise.all([
    getTranslations("account"),
    getTranslations("accountMenu"),
    getTranslations("fields"),
    getTranslations("language"),
    getTranslations("feedback"),
    getLocale(),
  ]);
  const chosen = isLocale(user.locale) ? user.locale : locale;
  const notice = findNotice(query.notice, accountNotices);
  const next = safePath(query.next);
  const memberSince = writeTime(user.createdAt, { locale, timeZone: user.timeZone }, "day");
  return (
    <PageShell>
      <AccountNav current="/account" />
      <PageHeading
        title={t.rich("hello", { username: user.username, ...isolated })}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href="/home">{menu("home")}</ButtonLink>
            {canReadDashboard(user.role) ? (
              <ButtonLink href="/admin/users" variant="secondary">
                {menu("users")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone="success">{notice && feedback(notice)}</PageNotice>
        {notice === "USERNAME_CHANGED" ? <TellDevices key={user.username} /> : null}
        {notice && next ? (
          <p>
            <TextLink href={next}>{t("goOn")}</TextLink>
          </p>
        ) : null}
        {stopPath ? (
          <Alert tone="danger" title={t("recovery.title")}>
            {t.rich("recovery.what", {
              stop: (chunks) => (
                <TextLink href={stopPath} prefetch={false}>
                  {chunks}
                </TextLink>
              ),
            })}
          </Alert>
        ) : null}
        <Card>
          <DescriptionList>
            <DescriptionItem term={fields("username.label")}>
              <Fact change={{ href: "/account/username", label: t("changeUsername") }}>
                <bdi>{user.username}</bdi>
              </Fact>
            </DescriptionItem>
            <DescriptionItem term={fields("email.label")}>
              <Fact
                change={{ href: "/account/email", label: t("changeEmail") }}
                isVerified={user.emailVerified !== null}
              >
                <bdi dir="ltr">{user.email}</bdi>
              </Fact>
            </DescriptionItem>
            <DescriptionItem term={fields("phone.label")}>
              <Fact
                change={{ href: "/account/phone", label: t("changePhone") }}
                isVerified={user.phoneVerified !== null}
              >
                <bdi dir="ltr">{user.phone}</bdi>
              </Fact>
            </DescriptionItem>
            <DescriptionItem term={language("term")}>
              <Fact change={{ href: "/account/language", label: language("change") }}>
                <span lang={chosen}>{languageNames[chosen]}</span>
              </Fact>
            </DescriptionItem>
            <DescriptionItem term={t("memberSince")}>{memberSince}</DescriptionItem>
          </DescriptionList>
        </Card>
        <form action="/logout" method="post">
          <Button type="submit" variant="secondary">
            {menu("logOut")}
          </Button>
        </form>
      </div>
    </PageShell>
  );
}

type FactProps = { change: { href: string; label: string }; isVerified?: boolean; children: ReactNode };

/** One fact, whether it is verified, and the way to change it. */
async function Fact({ change, isVerified, children }: FactProps) {
  const t = await getTranslations("account");
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 sm:flex-nowrap">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="min-w-0">{children}</span>
        {isVerified === undefined ? null : isVerified ? (
          <Badge tone="success">{t("verified")}</Badge>
        ) : (
          <Badge tone="warning">{t("notVerified")}</Badge>
        )}
      </span>
      <span className="shrink-0">
        <TextLink href={change.href} aria-label={change.label} prefetch={false}>
          {t("change")}
        </TextLink>
      </span>
    </span>
  );
}
