import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageBody } from "@/components/layout/page-shell";
import { FreshOnReturn, PersonalPages } from "@/components/layout/personal-pages";
import { EmptyShelf } from "@/components/product-art/product-art";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { findBagOwner } from "@/lib/auth/session/bag-owner";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { isMember } from "@/lib/bag/change-bag";
import { type BagView, readBag } from "@/lib/bag/read-bag";
import { writeMoney } from "@/lib/i18n/format";
import { getLocale, getPublicPath, getTranslations } from "@/lib/i18n/page-translations";
import { BagLine } from "./bag-line";
import { findBagNotice } from "./notices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bag"))("title"), robots: { index: false } };
}

type BagPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BagPage({ searchParams }: BagPageProps) {
  const [t, locale, query] = await Promise.all([getTranslations("bag"), getLocale(), searchParams]);
  const { byMember, bag } = await orUnavailable(async () => {
    const owner = await findBagOwner(await findCurrentUser());
    return { byMember: owner !== null && isMember(owner), bag: owner && (await readBag(owner, locale)) };
  });
  const lines = bag?.lines ?? [];
  const found = findBagNotice(query.notice);
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <PageBody>
      {byMember ? <PersonalPages /> : <FreshOnReturn />}
      <PageNotice
        tone={found?.tone ?? "success"}
        about={lines.map(({ quantity }) => quantity).join(" ")}
        className="mb-8"
      >
        {found && t(`notices.${found.notice}`)}
      </PageNotice>
      {bag === null || lines.length === 0 ? (
        <EmptyBag byMember={byMember} />
      ) : (
        <>
          <PageHeading title={t("title")} lead={t("lead", { count })} />
          <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
            <div className="grid gap-6">
              <ul className="divide-y divide-line border-line border-y">
                {lines.map((line) => (
                  <BagLine key={line.slug} line={line} />
                ))}
              </ul>
              <p>
                <TextLink href={await getPublicPath("/#range")}>{t("toRange")}</TextLink>
              </p>
            </div>
            <Summary bag={bag} byMember={byMember} />
          </div>
        </>
      )}
    </PageBody>
  );
}

async function Summary({ bag, byMember }: { bag: BagView; byMember: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("bag"), getLocale()]);
  const { totalCents, membershipCents } = bag;
  const canOrder = bag.lines.some(({ state }) => state === "AVAILABLE");
  const amount = writeMoney(membershipCents, locale);
  return (
    <section aria-labelledby="total" className="plate grid gap-6 rounded-card p-6 sm:p-8 lg:sticky lg:top-6">
      <div className="grid gap-2">
        <h2 id="total" className="font-semibold text-lead">
          {t("summary.heading")}
        </h2>
        <p className="font-extrabold text-display tabular-nums">{writeMoney(totalCents, locale)}</p>
        {membershipCents > 0 ? (
          <p className="font-semibold text-lead">
            {byMember ? t("summary.asMember", { amount }) : t("summary.withAccount", { amount })}
          </p>
        ) : null}
        {canOrder ? null : <p>{t("summary.nothing")}</p>}
      </div>
      {byMember ? (
        canOrder ? (
          <ButtonLink href="/checkout" prefetch={false} variant="inverse" block>
            {t("summary.checkout")}
          </ButtonLink>
        ) : null
      ) : (
        <div className="grid gap-3">
          <ButtonLink href="/login?next=/bag" prefetch={false} variant="inverse" block>
            {t("summary.logIn")}
          </ButtonLink>
          <ButtonLink href="/register?next=/bag" prefetch={false} variant="inverse" block>
            {t("summary.register")}
          </ButtonLink>
          <p className="text-fine">{t("summary.stays")}</p>
        </div>
      )}
    </section>
  );
}

async function EmptyBag({ byMember }: { byMember: boolean }) {
  const t = await getTranslations("bag");
  return (
    <div className="grid justify-items-center gap-5 py-6 text-center sm:py-12">
      <EmptyShelf className="w-full max-w-[34rem] rounded-card bg-stock-butter" />
      <h1 className="font-bold text-title">{t("empty.title")}</h1>
      <p className="max-w-[30rem] text-ink-muted text-lead">{t("empty.lead")}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <ButtonLink href={await getPublicPath("/#range")}>{t("empty.toRange")}</ButtonLink>
        {byMember ? (
          <ButtonLink href="/home" prefetch={false} variant="secondary">
            {t("empty.toHome")}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}
