import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { CardSection } from "@/app/[locale]/admin/card-section";
import { roleNames, roleTones, staffTime } from "@/app/[locale]/admin/user-words";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { findUserRecord } from "@/lib/admin/find-user-record";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { listSessionsOf } from "@/lib/auth/list-sessions";
import { deletionDue } from "@/lib/users/deletion-wait";
import { recoveryDue } from "@/lib/users/recovery-wait";
import { ChallengeList } from "./challenge-list";
import { ChangeLinks } from "./change-links";
import { EventList } from "./event-list";
import { PasskeyList } from "./passkey-list";
import { SessionList } from "./session-list";
import { findUserNotice } from "./user-notices";

export const metadata: Metadata = { title: "User" };

type UserPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UserPage({ params, searchParams }: UserPageProps) {
  const { id } = await params;
  const reader = await requireStaff(`/admin/users/${encodeURIComponent(id)}`);
  if (!z.uuid().safeParse(id).success) notFound();
  const user = await orUnavailable(() => findUserRecord(id));
  if (user === null) notFound();
  const sessions = await orUnavailable(() => listSessionsOf(user, null));
  const notice = findUserNotice((await searchParams).notice);
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading
        title={user.username}
        lead={
          <p className="flex flex-wrap gap-2">
            <Badge tone={roleTones[user.role]}>{roleNames[user.role]}</Badge>
            {user.disabledAt ? <Badge tone="danger">Disabled</Badge> : null}
            {user.isInvited ? <Badge tone="warning">Invited, never logged in</Badge> : null}
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
      {notice ? (
        <div className="mb-8">
          <Alert tone={notice.tone}>{notice.sentence}</Alert>
        </div>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-2">
        <CardSection title="Profile">
          <DescriptionList>
            <DescriptionItem term="Email">
              {user.email} <Proven isProven={user.isEmailVerified} />
            </DescriptionItem>
            <DescriptionItem term="Phone number">
              {user.phone} <Proven isProven={user.isPhoneVerified} />
            </DescriptionItem>
            <DescriptionItem term="Registered">{staffTime(user.createdAt)}</DescriptionItem>
            <DescriptionItem term="Last login">
              {user.lastLoginAt ? staffTime(user.lastLoginAt) : "Never"}
            </DescriptionItem>
            {user.disabledAt ? (
              <DescriptionItem term="Disabled">
                {staffTime(user.disabledAt)}
                {user.disabledReason ? `: ${user.disabledReason}` : ""}
              </DescriptionItem>
            ) : null}
            {user.deletionAskedAt ? (
              <DescriptionItem term="Leaving">
                Asked to be deleted on {staffTime(user.deletionAskedAt)}, and will be from{" "}
                {staffTime(deletionDue(user.deletionAskedAt))} on
              </DescriptionItem>
            ) : null}
            {user.recovery ? (
              <DescriptionItem term="Access for a new address">
                {user.recovery.newEmail}, begun {staffTime(user.recovery.startedAt)}, not before{" "}
                {staffTime(recoveryDue(user.recovery.startedAt))}: {user.recovery.reason}
              </DescriptionItem>
            ) : null}
            <DescriptionItem term="Recovery codes">
              {user.recoveryCodes === 0 ? "None" : `${user.recoveryCodes} left`}
            </DescriptionItem>
            <DescriptionItem term="Id">
              <code className="text-fine">{user.id}</code>
            </DescriptionItem>
          </DescriptionList>
        </CardSection>
        <div className="grid content-start gap-10">
          <CardSection title="Logged in now">
            <SessionList sessions={sessions} />
          </CardSection>
          <CardSection title="Passkeys">
            <PasskeyList passkeys={user.passkeys} />
          </CardSection>
        </div>
        <CardSection title="Latest codes asked for">
          <ChallengeList challenges={user.challenges} />
        </CardSection>
        <CardSection title="Latest in the audit trail">
          <EventList events={user.events} />
          <p className="mt-4 border-line border-t pt-4">
            <TextLink href={`/admin/audit?subject=${user.id}`} prefetch={false}>
              All of it
              <ReportPending />
            </TextLink>
          </p>
        </CardSection>
      </div>
      <p className="mt-10">
        <TextLink href="/admin/users" prefetch={false}>
          All users
          <ReportPending />
        </TextLink>
      </p>
    </PageShell>
  );
}

function Proven({ isProven }: { isProven: boolean }) {
  return isProven ? null : <span className="text-fine text-ink-muted">(not proven)</span>;
}
