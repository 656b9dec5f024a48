import type { Metadata } from "next";
import { ConfirmStep, ReasonField } from "@/app/[locale]/admin/_change/confirm-step";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { findSelectedChange, readSelected } from "@/app/[locale]/admin/users/selected-changes";
import { readUserQuery, userListHref } from "@/app/[locale]/admin/users/user-query";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TextLink } from "@/components/ui/text-link";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import { findUsers } from "@/lib/users/list-users";
import { changeSelectedAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUsers"))("selected.title") };
}

type SelectedPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SelectedPage({ searchParams }: SelectedPageProps) {
  const session = await requireAdmin("/admin/users");
  const { change: wanted, user, list } = await searchParams;
  const ids = readSelected(user);
  const change = findSelectedChange(wanted);
  const query = new URLSearchParams(typeof list === "string" ? list : "");
  const listHref = userListHref(readUserQuery(Object.fromEntries(query)));
  const [users, eligibility] = await orUnavailable(() =>
    Promise.all([findUsers(ids), readAdminEligibility({ id: session.user.id, sessionId: session.id })]),
  );
  if (change === null || users.length === 0) return <NobodyChosen listHref={listHref} />;
  const t = await getTranslations("adminUsers");
  return (
    <ConfirmStep
      place="/admin/users"
      title={t(`selected.${change}.ask`)}
      consequences={[
        t(`selected.${change}.access`),
        ...(change === "sessions" ? [] : [t(`selected.${change}.rest`)]),
        t("selected.others"),
      ]}
      eligibility={eligibility}
      action={changeSelectedAction}
      submit={{
        label: t(`selected.${change}.submit`),
        pendingLabel: t("selected.pending"),
        isDanger: change !== "enable",
      }}
      cancelHref={listHref}
    >
      <div className="grid gap-2">
        <h2 className="font-semibold">{t("selected.count", { count: users.length })}</h2>
        <ul className="divide-y divide-line rounded-card border border-line px-4">
          {users.map(({ id, username, email }) => (
            <li key={id} className="py-2.5 [overflow-wrap:anywhere]">
              <input type="hidden" name="user" value={id} />
              <bdi>{username}</bdi>{" "}
              <bdi dir="ltr" className="text-ink-muted">
                {email}
              </bdi>
            </li>
          ))}
        </ul>
      </div>
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="list" value={listHref.split("?")[1] ?? ""} />
      {change === "sessions" ? null : <ReasonField shownIn="sameInAudit" />}
    </ConfirmStep>
  );
}

/** For a form without a tick, or with deleted users only. */
async function NobodyChosen({ listHref }: { listHref: string }) {
  const t = await getTranslations("adminUsers");
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading title={t("selection.nobody")} lead={t("selection.nobodyLead")} />
      <p>
        <TextLink href={listHref}>{t("selection.back")}</TextLink>
      </p>
    </PageShell>
  );
}
