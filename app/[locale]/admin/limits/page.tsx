import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { listClosedLimits } from "@/lib/admin/list-closed-limits";
import { listSlowedLimits } from "@/lib/admin/list-slowed-limits";
import { orUnavailable, requireStaff } from "@/lib/auth/access-rules";
import { LimitTable } from "./limit-table";

export const metadata: Metadata = { title: "Limits" };

type LimitsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LimitsPage({ searchParams }: LimitsPageProps) {
  const reader = await requireStaff("/admin/limits");
  const canRelease = reader.role === "ADMIN";
  const [closed, slowed] = await orUnavailable(() => Promise.all([listClosedLimits(), listSlowedLimits()]));
  return (
    <PageShell>
      <AdminNav current="/admin/limits" />
      <PageHeading title="Limits" lead="Who is refused or slowed at this moment, why, and until when." />
      {(await searchParams).notice === "RELEASED" ? (
        <div className="mb-8">
          <Alert tone="success">The limit is released. Its count begins anew.</Alert>
        </div>
      ) : null}
      <div className="grid gap-10">
        <section className="grid gap-4">
          <h2 className="font-semibold text-heading">Refused</h2>
          {closed.length === 0 ? (
            <EmptyState title="Nobody is refused">Every limit is open for everybody right now.</EmptyState>
          ) : (
            <LimitTable label="Closed limits" limits={closed} canRelease={canRelease} />
          )}
        </section>
        <section className="grid gap-4">
          <h2 className="font-semibold text-heading">Slowed</h2>
          <p className="text-ink-muted">
            They get on after their browser has done some work, or after a minute of waiting.
          </p>
          {slowed.length === 0 ? (
            <EmptyState title="Nobody is slowed">No one is asked to prove that they are not a machine.</EmptyState>
          ) : (
            <LimitTable label="Limits that slow" limits={slowed} canRelease={canRelease} />
          )}
        </section>
      </div>
    </PageShell>
  );
}
