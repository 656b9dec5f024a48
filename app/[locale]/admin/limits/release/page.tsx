import type { Metadata } from "next";
import { ConfirmStep } from "@/app/[locale]/admin/change/confirm-step";
import { withoutSources } from "@/app/[locale]/admin/limits/limit-table";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { readAdminStanding } from "@/lib/admin/change-as-admin";
import { findLimitInForce } from "@/lib/admin/release-limit";
import { orUnavailable, requireAdmin } from "@/lib/auth/access-rules";
import { releaseLimitAction } from "./actions";
import { NoSuchLimit } from "./no-such-limit";

export const metadata: Metadata = { title: "Release a limit" };

type ReleasePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReleasePage({ searchParams }: ReleasePageProps) {
  const session = await requireAdmin("/admin/limits");
  const { policy, subject } = await searchParams;
  const named = { policy: String(policy), subject: String(subject) };
  const [limit, standing] = await orUnavailable(() =>
    Promise.all([findLimitInForce(named), readAdminStanding({ id: session.user.id, sessionId: session.id })]),
  );
  if (limit === null) return <NoSuchLimit />;
  const who = limit.who ?? "everybody";
  return (
    <ConfirmStep
      place="/admin/limits"
      title={`Release a limit for ${who}?`}
      consequences={[
        <>
          The count of <code className="text-fine">{limit.policy}</code> begins anew: {who} need not wait until{" "}
          {staffTime(limit.until)}.
        </>,
        `What it guards against: ${withoutSources(limit.reason)}`,
        "Other limits that they have run into stay as they are.",
      ]}
      standing={standing}
      action={releaseLimitAction}
      submit={{ label: "Release the limit", pendingLabel: "Releasing…", isDanger: true }}
      cancelHref="/admin/limits"
    >
      <input type="hidden" name="policy" value={limit.policy} />
      <input type="hidden" name="subject" value={limit.subject} />
    </ConfirmStep>
  );
}
