import { ActForm } from "@/app/passkey-proof/act-form";
import type { ProofWay } from "@/app/passkey-proof/proof-way";
import { Badge } from "@/components/ui/badge";
import type { SessionView } from "@/lib/auth/list-sessions";
import { endSessionAction } from "./actions";

type SessionItemProps = { session: SessionView; way: ProofWay; path: string; isProven: boolean };

const byMethod: Record<SessionView["method"], string> = {
  EMAIL_CODE: "with a code by email",
  PHONE_CODE: "with a code by phone",
  PASSKEY: "with a passkey",
  RECOVERY_CODE: "with a recovery code",
};

/** One place where the reader is logged in, and the button that ends it unless it is this one. */
export function SessionItem({ session, way, path, isProven }: SessionItemProps) {
  const { id, device, method, place, createdAt, lastSeenAt, isCurrent } = session;
  const lastSeen = formatTime(lastSeenAt);
  return (
    <li className="grid gap-3 py-5 first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {device}
          {isCurrent ? <Badge>This browser</Badge> : null}
        </p>
        <p className="text-fine text-ink-muted">
          Logged in {formatTime(createdAt)} {byMethod[method]}
          {place ? ` in ${place}` : ""}, last seen {lastSeen}.
        </p>
      </div>
      {isCurrent ? null : (
        <ActForm
          act="end-sessions"
          way={way}
          path={path}
          isProven={isProven}
          action={endSessionAction}
          button={{
            size: "small",
            variant: isProven ? "danger" : "secondary",
            children: (
              <>
                End session
                <span className="sr-only">
                  {" "}
                  of {device}, last seen {lastSeen}
                </span>
              </>
            ),
          }}
        >
          <input type="hidden" name="session" value={id} />
        </ActForm>
      )}
    </li>
  );
}

function formatTime(time: Date): string {
  const text = time.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${text} UTC`;
}
