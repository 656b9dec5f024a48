import type { Metadata } from "next";
import { AdminNav } from "@/app/admin/admin-nav";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { listUsers } from "@/lib/users/list-users";
import { readUserQuery, userListHref } from "./user-query";
import { UserSearch } from "./user-search";
import { UserTable } from "./user-table";

export const metadata: Metadata = { title: "Users" };

type UsersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: UsersPageProps) {
  await requireStaff("/admin/users");
  const query = readUserQuery(await searchParams);
  const { users, next, previous } = await orUnavailable(() => listUsers(query));
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading title="Users" lead="Everyone with an account, newest first." />
      <div className="grid gap-6">
        <UserSearch search={query.search} />
        {users.length === 0 ? (
          <EmptyState title="No user fits" action={<ButtonLink href="/admin/users">Show all users</ButtonLink>}>
            Search by any part of a username, an email or a phone number.
          </EmptyState>
        ) : (
          <UserTable users={users} />
        )}
        <nav aria-label="Pages of users" className="flex justify-between gap-3">
          {previous ? (
            <ButtonLink
              href={userListHref({ search: query.search, before: previous })}
              rel="prev"
              variant="secondary"
              size="small"
              prefetch={false}
            >
              Newer
            </ButtonLink>
          ) : (
            <span />
          )}
          {next ? (
            <ButtonLink
              href={userListHref({ search: query.search, after: next })}
              rel="next"
              variant="secondary"
              size="small"
              prefetch={false}
            >
              Older
            </ButtonLink>
          ) : null}
        </nav>
      </div>
    </PageShell>
  );
}
