import type { ComponentProps } from "react";
import { ActForm } from "@/app/passkey-proof/act-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { TextField } from "@/components/ui/text-field";
import type { PasskeyView } from "@/lib/passkeys/list-passkeys";
import { removePasskeyAction, renamePasskeyAction } from "./actions";

type PasskeyItemProps = {
  passkey: PasskeyView;
  index: number;
  removal: Pick<ComponentProps<typeof ActForm>, "act" | "way" | "path" | "isProven">;
};

/** One passkey of the list, with what its owner can do to it. */
export function PasskeyItem({ passkey, index, removal }: PasskeyItemProps) {
  const { id, name, createdAt, lastUsedAt, isSynced, isClosed } = passkey;
  const button = {
    size: "small",
    variant: removal.isProven ? "danger" : "quiet",
    children: (
      <>
        Remove<span className="sr-only"> {name}</span>
      </>
    ),
  } as const;
  return (
    <li className="grid gap-3 py-5 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold [overflow-wrap:anywhere]">
        {name}
        <Badge>{isSynced ? "Synced" : "On one device"}</Badge>
      </p>
      <p className="text-fine text-ink-muted">
        Added {formatTime(createdAt)}, {lastUsedAt ? `last used ${formatTime(lastUsedAt)}` : "not used yet"}.
      </p>
      {isClosed ? (
        <Alert tone="danger">
          There seems to be a copy of this passkey, so it no longer works. Remove it, and add a new one on a device that
          you trust.
        </Alert>
      ) : null}
      <div className="flex flex-wrap items-start gap-3">
        <details className="min-w-0 grow">
          <summary className="inline-flex min-h-touch cursor-pointer items-center font-semibold text-accent-text text-fine">
            Rename<span className="sr-only"> {name}</span>
          </summary>
          <form action={renamePasskeyAction} className="mt-3 grid gap-3">
            <input type="hidden" name="passkey" value={id} />
            <TextField
              id={`name-${index}`}
              name="name"
              label="New name"
              autoComplete="off"
              maxLength={60}
              required
              defaultValue={name}
            />
            <div>
              <SubmitButton size="small" variant="secondary" pendingLabel="Saving…">
                Save
              </SubmitButton>
            </div>
          </form>
        </details>
        <ActForm {...removal} action={removePasskeyAction} button={button}>
          <input type="hidden" name="passkey" value={id} />
        </ActForm>
      </div>
    </li>
  );
}

function formatTime(time: Date): string {
  const text = time.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${text} UTC`;
}
