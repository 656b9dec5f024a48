import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { ExportLink } from "@/app/[locale]/admin/export-link";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { keptDays } from "@/lib/kept-days";
import { listUsers } from "@/lib/users/list-users";
import { tellOutcome } from "./selected-changes";
import { tellUserCount } from "./user-count";
import { filterOf, isFiltered, orderOf, readUserQuery, userListHref } from "./user-query";
import { UserSearch } from "./user-search";
import { UserSelection } from "./user-selection";
import { UserTable } from "./user-table";

export const metadata: Metadata = { title: "Users" };

const kept = `The audit trail keeps its entries for ${keptDays.auditEvent} days.`;
const deletedNotices = new Map<unknown, string>([
  ["DELETED", `The user is deleted, and was told by mail. ${kept}`],
  ["DELETED_NOT_TOLD", `The user is deleted, but the mail about it could not be sent. ${kept}`],
]);

type UsersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const reader = await requireStaff("/admin/users");
  const query = await searchParams;
  const { fields, after, before } = readUserQuery(query);
  const { users, next, previous, count } = await orUnavailable(() =>
    listUsers({ filter: filterOf(fields), order: orderOf(fields), after, before }),
  );
  const counted = tellUserCount(count);
  const canSelect = reader.role === "ADMIN";
  const table = <UserTable users={users} canSelect={canSelect} />;
  const outcome = deletedNotices.get(query.notice) ?? tellOutcome(query);
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading
        title="Users"
        lead="Everyone with an account."
        actions={
          reader.role === "ADMIN" ? (
            <ButtonLink href="/admin/users/new" size="small" prefetch={false}>
              Add a user
            </ButtonLink>
          ) : null
        }
      />
      {outcome ? (
        <div className="mb-8">
          <Alert tone="success">{outcome}</Alert>
        </div>
      ) : null}
      <div className="grid gap-6">
        {/* Anew for each list: a browser would keep what was typed before. */}
        <UserSearch key={userListHref({ fields })} fields={fields} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="text-ink-muted">
            {counted.charAt(0).toUpperCase() + counted.slice(1)}
            {isFiltered(fields) ? (count.count === 1 ? " fits" : " fit") : null}
          </p>
          {count.count > 0 ? (
            <ExportLink href={userListHref({ fields }, "/admin/users/export")} of={counted}>
              Export {counted} as CSV
            </ExportLink>
          ) : null}
        </div>
        {users.length === 0 ? (
          <EmptyState
            title={after || before ? "No more users here" : "No user fits"}
            action={
              <ButtonLink href={userListHref({ fields: after || before ? fields : {} })} prefetch={false}>
                {after || before ? "To the first page" : "Show all users"}
                <ReportPending />
              </ButtonLink>
            }
          >
            Search by any part of a username, an email or a phone number, or take a filter away.
          </EmptyState>
        ) : canSelect ? (
          <UserSelection listHref={userListHref({ fields, after, before })}>{table}</UserSelection>
        ) : (
          table
        )}
        <nav aria-label="Pages of users" className="flex justify-between gap-3">
          {previous ? (
            <ButtonLink
              href={userListHref({ fields, before: previous })}
              rel="prev"
              variant="secondary"
              size="small"
              prefetch={false}
            >
              Previous
              <ReportPending />
            </ButtonLink>
          ) : (
            <span />
          )}
          {next ? (
            <ButtonLink
              href={userListHref({ fields, after: next })}
              rel="next"
              variant="secondary"
              size="small"
              prefetch={false}
            >
              Next
              <ReportPending />
            </ButtonLink>
          ) : null}
        </nav>
      </div>
    </PageShell>
  );
}
