import { staffTime } from "@/app/[locale]/admin/user-words";
import type { UserRecord } from "@/lib/admin/find-user-record";
import { RecordItem, RecordList } from "./record-list";

export function PasskeyList({ passkeys }: { passkeys: UserRecord["passkeys"] }) {
  return (
    <RecordList empty="None.">
      {passkeys.map(({ name, createdAt, lastUsedAt, isSynced }) => (
        <RecordItem key={createdAt.toISOString()} title={name ?? "A passkey without a name"}>
          Added {staffTime(createdAt)}, {lastUsedAt ? `last used ${staffTime(lastUsedAt)}` : "never used"}.{" "}
          {isSynced ? "Kept in its owner’s account at a provider." : "Only on one device."}
        </RecordItem>
      ))}
    </RecordList>
  );
}
