import type { Metadata } from "next";
import { ConfirmStep } from "@/app/[locale]/admin/change/confirm-step";
import { ReasonField } from "@/app/[locale]/admin/change/reason-field";
import { findSelectedChange, readSelected, selectedChanges } from "@/app/[locale]/admin/users/selected-changes";
import { readUserQuery, userListHref } from "@/app/[locale]/admin/users/user-query";
import { readAdminStanding } from "@/lib/admin/change-as-admin";
import { orUnavailable, requireAdmin } from "@/lib/auth/access-rules";
import { findUsers } from "@/lib/users/find-users";
import { changeSelectedAction } from "./actions";
import { NobodyChosen } from "./nobody-chosen";

export const metadata: Metadata = { title: "Several users" };

type SelectedPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const consequences = {
  disable: [
    "Each is logged out everywhere. No code and no passkey opens the accounts until an admin lets them in again.",
    "Profiles, passkeys and history stay as they are.",
  ],
  enable: ["Each can log in again, by a code and by the passkeys that are still there.", "Old sessions stay ended."],
  sessions: [
    "Each has to log in anew. Codes that are on their way end too, and no browser of theirs is known any more.",
  ],
};

export default async function SelectedPage({ searchParams }: SelectedPageProps) {
  const session = await requireAdmin("/admin/users");
  const { change: wanted, user, list } = await searchParams;
  const ids = readSelected(user);
  const change = findSelectedChange(wanted);
  const query = new URLSearchParams(typeof list === "string" ? list : "");
  const listHref = userListHref(readUserQuery(Object.fromEntries(query)));
  const [users, standing] = await orUnavailable(() =>
    Promise.all([findUsers(ids), readAdminStanding({ id: session.user.id, sessionId: session.id })]),
  );
  if (change === null || users.length === 0) return <NobodyChosen listHref={listHref} />;
  return (
    <ConfirmStep
      place="/admin/users"
      title={selectedChanges[change].ask}
      consequences={[
        ...consequences[change],
        "Whoever is like that already stays as they are, and so does your own account.",
      ]}
      standing={standing}
      action={changeSelectedAction}
      submit={{ label: selectedChanges[change].submit, pendingLabel: "One moment…", isDanger: change !== "enable" }}
      cancelHref={listHref}
    >
      <div className="grid gap-2">
        <h2 className="font-semibold">{users.length === 1 ? "One user" : `${users.length} users`}</h2>
        <ul className="divide-y divide-line rounded-card border border-line px-4">
          {users.map(({ id, username, email }) => (
            <li key={id} className="py-2.5 [overflow-wrap:anywhere]">
              <input type="hidden" name="user" value={id} />
              {username} <span className="text-ink-muted">{email}</span>
            </li>
          ))}
        </ul>
      </div>
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="list" value={listHref.split("?")[1] ?? ""} />
      {change === "sessions" ? null : <ReasonField where="the same for all of them, in the audit trail" />}
    </ConfirmStep>
  );
}
