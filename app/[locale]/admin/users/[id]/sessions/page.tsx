import type { Metadata } from "next";
import { ChangeChoice } from "@/app/[locale]/admin/change/change-choice";
import { staffTime } from "@/app/[locale]/admin/user-words";
import { loadConfirmStep } from "@/app/[locale]/admin/users/[id]/load-confirm-step";
import { UserConfirmStep } from "@/app/[locale]/admin/users/[id]/user-confirm-step";
import { orUnavailable } from "@/lib/auth/access-rules";
import { listSessionsOf } from "@/lib/auth/list-sessions";
import { endSessionsAction } from "./actions";

export const metadata: Metadata = { title: "End sessions" };

type EndSessionsPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EndSessionsPage({ params, searchParams }: EndSessionsPageProps) {
  const step = await loadConfirmStep(params, "sessions");
  const { user } = step;
  const sessions = await orUnavailable(() => listSessionsOf(user, null));
  const { session: wanted } = await searchParams;
  return (
    <UserConfirmStep
      step={step}
      title={`End sessions of ${user.username}?`}
      consequences={[
        "A browser whose session ends is logged out with its next request, on the premium page within a minute.",
        "It is not known any more: the next login from it is told to the user by mail.",
        "With all sessions, codes that are on their way end too.",
      ]}
      action={endSessionsAction}
      submit={{ label: "End", pendingLabel: "Ending…", isDanger: true }}
    >
      <ChangeChoice
        name="session"
        legend="Which"
        chosen={sessions.some(({ id }) => id === wanted) ? String(wanted) : "all"}
        choices={[
          { value: "all", label: sessions.length === 0 ? "All (there is none right now)" : "All of them" },
          ...sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
            value: id,
            label: device,
            hint: `logged in ${staffTime(createdAt)}, last seen ${staffTime(lastSeenAt)}`,
          })),
        ]}
      />
    </UserConfirmStep>
  );
}
