import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { accountNotices, findMessage } from "@/lib/auth/messages";
import { safePath } from "@/lib/auth/safe-redirect";
import { findStopPath } from "@/lib/auth/stop-recovery";
import { isLocale, languageNames } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { canReadDashboard } from "@/lib/users/roles";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

type AccountPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const session = await requireSession("/account");
  const { user } = session;
  const stopPath = await orUnavailable(() => findStopPath(session));
  const query = await searchParams;
  const language = await getTranslations("language");
  const locale = isLocale(user.locale) ? user.locale : await getLocale();
  const notice = findMessage(query.notice, accountNotices);
  const next = safePath(query.next);
  const memberSince = user.createdAt.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return (
    <PageShell>
      <PageHeading
        title={`Hello, ${user.username}`}
        lead="Your details, as we keep them."
        actions={
          <>
            <ButtonLink href="/home">Members’ room</ButtonLink>
            {canReadDashboard(user.role) ? (
              <ButtonLink href="/admin/users" variant="secondary">
                Users
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="grid max-w-reading gap-6">
        {notice ? <Alert tone="success">{notice}</Alert> : null}
        {notice && next ? (
          <p>
            <TextLink href={next}>Go on to where you were</TextLink>
          </p>
        ) : null}
        {stopPath ? (
          <Alert tone="danger" title="Someone says that you have lost this account">
            They ask the shop for another email address for it.{" "}
            <TextLink href={stopPath} prefetch={false}>
              Stop this
            </TextLink>
          </Alert>
        ) : null}
        <Card>
          <DescriptionList>
            <DescriptionItem term="Username">
              <Fact change={{ href: "/account/username", label: "Change your username" }}>{user.username}</Fact>
            </DescriptionItem>
            <DescriptionItem term="Email">
              <Fact
                change={{ href: "/account/email", label: "Change your email address" }}
                isVerified={user.emailVerified !== null}
              >
                {user.email}
              </Fact>
            </DescriptionItem>
            <DescriptionItem term="Phone number">
              <Fact
                change={{ href: "/account/phone", label: "Change your phone number" }}
                isVerified={user.phoneVerified !== null}
              >
                {user.phone}
              </Fact>
            </DescriptionItem>
            <DescriptionItem term={language("term")}>
              <Fact change={{ href: "/account/language", label: language("change") }}>
                <span lang={locale}>{languageNames[locale]}</span>
              </Fact>
            </DescriptionItem>
            <DescriptionItem term="Member since">{memberSince}</DescriptionItem>
          </DescriptionList>
        </Card>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/account/sessions">Where you are logged in</TextLink>
          <TextLink href="/account/passkeys">Passkeys</TextLink>
          <TextLink href="/account/recovery-codes">Recovery codes</TextLink>
          <TextLink href="/account/data">Your data</TextLink>
        </p>
        <form action="/logout" method="post">
          <Button type="submit" variant="secondary">
            Log out
          </Button>
        </form>
      </div>
    </PageShell>
  );
}

type FactProps = { change: { href: string; label: string }; isVerified?: boolean; children: ReactNode };

/** One fact, whether it is verified, and the way to change it. */
function Fact({ change, isVerified, children }: FactProps) {
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 sm:flex-nowrap">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="min-w-0">{children}</span>
        {isVerified === undefined ? null : isVerified ? (
          <Badge tone="success">Verified</Badge>
        ) : (
          <Badge tone="warning">Not verified</Badge>
        )}
      </span>
      <span className="shrink-0">
        <TextLink href={change.href} aria-label={change.label} prefetch={false}>
          Change
        </TextLink>
      </span>
    </span>
  );
}
