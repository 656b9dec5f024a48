import { staffTime } from "@/app/[locale]/admin/user-words";
import type { UserEvent } from "@/lib/admin/find-user-record";
import { describeEvent } from "@/lib/audit/event-sentences";
import { describeDevice } from "@/lib/auth/visitor";
import { RecordItem, RecordList } from "./record-list";

export function EventList({ events }: { events: UserEvent[] }) {
  return (
    <RecordList empty="Nothing yet.">
      {events.map(({ id, name, at, ip, userAgent }) => (
        <RecordItem key={String(id)} title={describeEvent(name)}>
          {staffTime(at)}
          {userAgent ? `, ${describeDevice(userAgent)}` : ""}
          {ip ? `, ${ip}` : ""}.
        </RecordItem>
      ))}
    </RecordList>
  );
}
