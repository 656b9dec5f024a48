import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { CardSection } from "@/app/[locale]/admin/card-section";
import { mailboxHref } from "@/app/[locale]/admin/delivery/delivery-query";
import { RequestLives } from "@/app/[locale]/admin/delivery/request-lives";
import { MailList } from "@/app/[locale]/admin/outbox";
import { roleName, roleTones, staffTime } from "@/app/[locale]/admin/user-words";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Badge } from "@/components/ui/badge";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { isolated } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { readMailSteps, readRequestLives } from "@/lib/admin/delivery/request-lives";
import { findUserRecord } from "@/lib/admin/find-user-record";
import { readMailsOf } from "@/lib/admin/read-outbox";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { listSessionsOf } from "@/lib/auth/session/list-sessions";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { deletionDue, recoveryDue } from "@/lib/retention";
import { ChangeLinks } from "./change-links";
import { EventList, PasskeyList, SessionList } from "./record-lists";
import { findUserNotice } from "./user-confirm-step";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUser"))("title") };
}

type UserPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UserPage({ params, searchParams }: UserPageProps) {
  const { id } = await params;
  const { user: reader } = await requireStaff(`/admin/users/${encodeURIComponent(id)}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const user = await orUnavailable(() => findUserRecord(id));
  if (user === null) notFound();
  const [locale, t, mail] = await Promise.all([
    getLocale(),
    getTranslations("adminUser"),
    getTranslations("adminMails"),
  ]);
  const [sessions, mails, lives] = await orUnavailable(() =>
    Promise.all([listSessionsOf(user, null, locale), readMailsOf(user.id), readRequestLives(user.email)]),
  );
  const stepsOf = await orUnavailable(() => readMailSteps(mails.map((each) => each.id)));
  const notice = findUserNotice((await searchParams).notice, t);
  const notVerified = <span className="text-fine text-ink-muted">{t("profile.notVerified")}</span>;
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading
        title={<bdi>{user.username}</bdi>}
        lead={
          <p className="flex flex-wrap gap-2">
            <Badge tone={roleTones[user.role]}>{roleName(user.role, locale)}</Badge>
            {user.disabledAt ? <Badge tone="danger">{t("badges.disabled")}</Badge> : null}
            {user.isInvited ? <Badge tone="warning">{t("badges.invited")}</Badge> : null}
          </p>
        }
        actions={
          reader.role === "ADMIN" ? (
            <ChangeLinks
              path={`/admin/users/${user.id}`}
              isOwn={user.id === reader.id}
              isDisabled={user.disabledAt !== null}
              isInvited={user.isInvited}
              isRecovering={user.recovery !== null}
            />
          ) : null
        }
      />
      <PageNotice tone={notice?.tone ?? "success"} className="mb-8">
        {notice?.sentence}
      </PageNotice>
      <div className="grid gap-10 lg:grid-cols-2">
        <CardSection title={t("profile.title")}>
          <DescriptionList>
            <DescriptionItem term={t("profile.email")}>
              <bdi dir="ltr">{user.email}</bdi> {user.isEmailVerified ? null : notVerified}
            </DescriptionItem>
            <DescriptionItem term={t("profile.phone")}>
              <bdi dir="ltr">{user.phone}</bdi> {user.isPhoneVerified ? null : notVerified}
            </DescriptionItem>
            <DescriptionItem term={t("profile.registered")}>{staffTime(user.createdAt, locale)}</DescriptionItem>
            <DescriptionItem term={t("profile.lastLogin")}>
              {user.lastLoginAt ? staffTime(user.lastLoginAt, locale) : t("profile.never")}
            </DescriptionItem>
            {user.disabledAt ? (
              <DescriptionItem term={t("profile.disabled")}>
                {user.disabledReason
                  ? t.rich("profile.disabledFor", {
                      at: staffTime(user.disabledAt, locale),
                      reason: user.disabledReason,
                      ...isolated,
                    })
                  : staffTime(user.disabledAt, locale)}
              </DescriptionItem>
            ) : null}
            {user.deletionAskedAt ? (
              <DescriptionItem term={t("profile.pendingDeletion")}>
                {t("profile.pendingDeletionOn", {
                  asked: staffTime(user.deletionAskedAt, locale),
                  due: staffTime(deletionDue(user.deletionAskedAt), locale),
                })}
              </DescriptionItem>
            ) : null}
            {user.recovery ? (
              <DescriptionItem term={t("profile.recovery")}>
                {user.recovery.toldAt === null
                  ? t.rich("profile.recoveryNotTold", {
                      email: user.recovery.newEmail,
                      started: staffTime(user.recovery.startedAt, locale),
                      reason: user.recovery.reason,
                      ...isolated,
                    })
                  : t.rich("profile.recoveryOf", {
                      email: user.recovery.newEmail,
                      started: staffTime(user.recovery.startedAt, locale),
                      due: staffTime(recoveryDue(user.recovery.toldAt), locale),
                      reason: user.recovery.reason,
                      ...isolated,
                    })}
              </DescriptionItem>
            ) : null}
            {user.passkeysOnlyAt ? (
              <DescriptionItem term={t("profile.passkeysOnly")}>
                {t("profile.passkeysOnlySince", { at: staffTime(user.passkeysOnlyAt, locale) })}
              </DescriptionItem>
            ) : null}
            <DescriptionItem term={t("profile.recoveryCodes")}>
              {user.recoveryCodes === 0
                ? t("profile.noRecoveryCodes")
                : t("profile.recoveryCodesLeft", { count: user.recoveryCodes })}
            </DescriptionItem>
            <DescriptionItem term={t("profile.id")}>
              <code dir="ltr" className="text-fine">
                {user.id}
              </code>
            </DescriptionItem>
          </DescriptionList>
        </CardSection>
        <div className="grid content-start gap-10">
          <CardSection title={t("sessions.title")}>
            <SessionList sessions={sessions} />
          </CardSection>
          <CardSection title={t("passkeys.title")}>
            <PasskeyList passkeys={user.passkeys} />
          </CardSection>
        </div>
        <div className="grid content-start gap-10">
          <CardSection title={t("challenges.title")}>
            <RequestLives lives={lives} />
            <p className="mt-4 border-line border-t pt-4">
              <TextLink href={mailboxHref({ user: user.id })} prefetch={false}>
                {t("challenges.lists")}
                <ReportPending />
              </TextLink>
            </p>
          </CardSection>
          <CardSection title={mail("ofUser")}>
            <MailList mails={mails} empty={mail("noneOfUser")} stepsOf={stepsOf} />
          </CardSection>
        </div>
        <CardSection title={t("events.title")}>
          <EventList events={user.events} />
          <p className="mt-4 border-line border-t pt-4">
            <TextLink href={`/admin/audit?subject=${user.id}`} prefetch={false}>
              {t("events.all")}
              <ReportPending />
            </TextLink>
          </p>
        </CardSection>
      </div>
      <p className="mt-10">
        <TextLink href="/admin/users" prefetch={false}>
          {t("links.all")}
          <ReportPending />
        </TextLink>
      </p>
    </PageShell>
  );
}
