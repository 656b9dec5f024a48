import { staffTime } from "@/app/[locale]/admin/user-words";
import type { SessionView } from "@/lib/auth/list-sessions";
import { RecordItem, RecordList } from "./record-list";

export function SessionList({ sessions }: { sessions: SessionView[] }) {
  return (
    <RecordList empty="Nowhere.">
      {sessions.map(({ id, device, ip, place, createdAt, lastSeenAt }) => (
        <RecordItem key={id} title={device}>
          Logged in {staffTime(createdAt)}
          {ip ? ` from ${place ? `${place} (${ip})` : ip}` : ""}, last seen {staffTime(lastSeenAt)}.
        </RecordItem>
      ))}
    </RecordList>
  );
}
