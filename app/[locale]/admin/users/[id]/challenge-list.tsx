import { challengeStates, purposeNames, staffTime } from "@/app/[locale]/admin/user-words";
import type { UserChallenge } from "@/lib/admin/find-user-record";
import { describeDevice } from "@/lib/auth/visitor";
import { RecordItem, RecordList } from "./record-list";

export function ChallengeList({ challenges }: { challenges: UserChallenge[] }) {
  return (
    <RecordList empty="None in the last days.">
      {challenges.map(({ purpose, createdAt, state, sends, attempts, userAgent }) => (
        <RecordItem key={createdAt.toISOString()} title={`${purposeNames[purpose]}: ${challengeStates[state]}`}>
          {staffTime(createdAt)}, from {describeDevice(userAgent)}. {count(sends, "message")},{" "}
          {count(attempts, "try", "tries")}.
        </RecordItem>
      ))}
    </RecordList>
  );
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
