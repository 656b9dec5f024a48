import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { recoveryCodeCount } from "@/lib/auth/recovery-codes/recovery-code";
import { readRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { listSessions } from "@/lib/auth/session/list-sessions";
import { findNotice, reviewNotices } from "@/lib/http/notices";
import { writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { listPasskeys } from "@/lib/passkeys/passkeys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title"), robots: { index: false } };
}

const path = "/account/review";

type ReviewPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** All that opens the account besides this session and its mailbox. */
export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const session = await requireSession(path);
  const { user } = session;
  const locale = await getLocale();
  const [sessions, passkeys, codes] = await orUnavailable(() =>
    Promise.all([listSessions(session, locale), listPasskeys(user.id), readRecoveryCodes(user.id)]),
  );
  const [t, each, passkeyWords, codeWords, feedback] = await Promise.all([
    getTranslations("review"),
    getTranslations("sessions"),
    getTranslations("passkeys"),
    getTranslations("recoveryCodes"),
    getTranslations("feedback"),
  ]);
  const at = (time: Date) => writeTime(time, { locale, timeZone: user.timeZone });
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  const opening = passkeys.filter(({ isClosed }) => !isClosed);
  const hasCodes = codes.madeAt !== null && codes.left > 0;
  const hasPhone = user.phoneVerified !== null;
  const isEmpty = others.length === 0 && opening.length === 0 && !hasCodes && !hasPhone;
  const notice = findNotice((await searchParams).notice, reviewNotices);
  return (
    <PageShell>
      <AccountNav current="/account/review" />
      <PageHeading title={t("title")} lead={t(isEmpty ? "nothing" : "lead")} />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone="success">{notice && feedback(notice)}</PageNotice>
        {others.length > 0 ? (
          <Found title={t("sessions")} remove={{ href: "/account/sessions", label: t("endSessions") }}>
            {others.map(({ id, device, method, createdAt, lastSeenAt }) => (
              <Item key={id} name={device} isDevice>
                {each("times", { at: at(createdAt), how: each(`how.${method}`), seen: at(lastSeenAt) })}
              </Item>
            ))}
          </Found>
        ) : null}
        {opening.length > 0 ? (
          <Found title={passkeyWords("title")} remove={{ href: "/account/passkeys", label: t("removePasskeys") }}>
            {opening.map(({ id, name, createdAt, lastUsedAt }) => (
              <Item key={id} name={name ?? passkeyWords("item.unnamed")}>
                {passkeyWords("item.added", { at: at(createdAt) })}{" "}
                {lastUsedAt ? passkeyWords("item.used", { used: at(lastUsedAt) }) : passkeyWords("item.neverUsed")}
              </Item>
            ))}
          </Found>
        ) : null}
        {codes.madeAt !== null && hasCodes ? (
          <Found title={codeWords("title")} remove={{ href: "/account/recovery-codes", label: t("replaceCodes") }}>
            <li className="text-ink-muted">
              {codeWords("left", { left: codes.left, count: recoveryCodeCount, at: at(codes.madeAt) })}
            </li>
          </Found>
        ) : null}
        {user.phoneVerified ? (
          <Found title={t("phone")} remove={{ href: "/account/phone", label: t("changePhone") }}>
            <Item name={user.phone}>{t("phoneVerified", { at: at(user.phoneVerified) })}</Item>
          </Found>
        ) : null}
        {isEmpty ? null : <p>{t("about")}</p>}
        <p>
          <ButtonLink href="/account" variant="secondary" prefetch={false}>
            {t(isEmpty ? "done" : "keepAll")}
          </ButtonLink>
        </p>
      </div>
    </PageShell>
  );
}

type FoundProps = { title: string; remove: { href: string; label: string }; children: ReactNode };

function Found({ title, remove, children }: FoundProps) {
  return (
    <Card className="grid gap-4">
      <h2 className="font-semibold text-heading">{title}</h2>
      <ul className="grid gap-3 [overflow-wrap:anywhere]">{children}</ul>
      <p>
        <TextLink href={remove.href} prefetch={false}>
          {remove.label}
        </TextLink>
      </p>
    </Card>
  );
}

function Item({ name, isDevice = false, children }: { name: string; isDevice?: boolean; children: ReactNode }) {
  return (
    <li>
      <p className="font-semibold">
        <bdi className={isDevice ? "inline-block first-letter:uppercase" : undefined}>{name}</bdi>
      </p>
      <p className="text-fine text-ink-muted">{children}</p>
    </li>
  );
}
