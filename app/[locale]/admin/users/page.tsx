import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { ExportForm, exportNotice } from "@/app/[locale]/admin/csv-export";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { PageLinks } from "@/components/layout/section-nav";
import { ButtonLink } from "@/components/ui/button";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import { keptDays } from "@/lib/retention";
import { listUsers } from "@/lib/users/list-users";
import { tellOutcome } from "./selected-changes";
import { filterOf, isFiltered, orderOf, readUserQuery, tellUserCount, userListHref } from "./user-query";
import { UserSearch } from "./user-search";
import { UserSelection, UserTable } from "./user-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminUsers"))("title") };
}

type UsersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const { user: reader } = await requireStaff("/admin/users");
  const t = await getTranslations("adminUsers");
  const query = await searchParams;
  const { fields, after, before } = readUserQuery(query);
  const { users, next, previous, count } = await orUnavailable(() =>
    listUsers({ filter: filterOf(fields), order: orderOf(fields), after, before }),
  );
  const counted = tellUserCount(count, "users", t);
  const canSelect = reader.role === "ADMIN";
  const table = <UserTable users={users} canSelect={canSelect} />;
  const outcome = query.notice === "DELETED" ? t("deleted", { days: keptDays.auditEvent }) : tellOutcome(query, t);
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={
          reader.role === "ADMIN" ? (
            <ButtonLink href="/admin/users/new" size="small" prefetch={false}>
              {t("add")}
            </ButtonLink>
          ) : null
        }
      />
      <PageNotice tone="success" className="mb-8">
        {outcome}
      </PageNotice>
      <div className="grid gap-6">
        {/* A new key: a browser keeps what was typed. */}
        <UserSearch key={userListHref({ fields })} fields={fields} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="text-ink-muted">
            {tellUserCount(count, isFiltered(fields) ? "fitting" : "shown", t)}
          </p>
          {count.count > 0 ? (
            <ExportForm
              href={userListHref({ fields }, "/admin/users/export")}
              of={counted}
              refusal={exportNotice.find(query)}
            >
              {t("export", { users: counted })}
            </ExportForm>
          ) : null}
        </div>
        {users.length === 0 ? (
          <EmptyState
            title={after || before ? t("empty.pageTitle") : t("empty.title")}
            action={
              <ButtonLink href={userListHref({ fields: after || before ? fields : {} })} prefetch={false}>
                {after || before ? t("empty.toFirstPage") : t("showAll")}
                <ReportPending />
              </ButtonLink>
            }
          >
            {t("empty.lead")}
          </EmptyState>
        ) : canSelect ? (
          <UserSelection listHref={userListHref({ fields, after, before })}>{table}</UserSelection>
        ) : (
          table
        )}
        <PageLinks
          label={t("pages")}
          previous={previous && { href: userListHref({ fields, before: previous }), label: t("previous") }}
          next={next && { href: userListHref({ fields, after: next }), label: t("next") }}
        >
          <ReportPending />
        </PageLinks>
      </div>
    </PageShell>
  );
}
