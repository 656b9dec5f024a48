import type { ComponentProps } from "react";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { TextField } from "@/components/ui/field";
import { hidden } from "@/components/ui/rich-text";
import { describeDevice } from "@/lib/http/visitor";
import { isolate, writeTime } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { PasskeyView } from "@/lib/passkeys/passkeys";
import { removePasskeyAction, renamePasskeyAction } from "./actions";

type PasskeyItemProps = {
  passkey: PasskeyView;
  index: number;
  /** The reader's. */
  timeZone: string | null;
  removal: Pick<ComponentProps<typeof SensitiveActionForm>, "act" | "method" | "path" | "isReauthenticated">;
};

export async function PasskeyItem({ passkey, index, timeZone, removal }: PasskeyItemProps) {
  const [t, locale] = await Promise.all([getTranslations("passkeys"), getLocale()]);
  const { id, createdAt, addedUserAgent, lastUsedAt, isSynced, isClosed } = passkey;
  const name = passkey.name ?? t("item.unnamed");
  const named = { name: isolate(name, locale), ...hidden };
  const clock = { locale, timeZone };
  const at = writeTime(createdAt, clock);
  const used = lastUsedAt && writeTime(lastUsedAt, clock);
  const device = addedUserAgent && isolate(describeDevice(addedUserAgent, locale), locale);
  const button = {
    size: "small",
    variant: removal.isReauthenticated ? "danger" : "quiet",
    children: t.rich("item.remove", named),
  } as const;
  return (
    <li className="grid gap-3 py-5 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold [overflow-wrap:anywhere]">
        <bdi>{name}</bdi>
        <Badge>{t(isSynced ? "item.synced" : "item.oneDevice")}</Badge>
      </p>
      <p className="text-fine text-ink-muted">
        {device ? t("item.addedFrom", { at, device }) : t("item.added", { at })}{" "}
        {used ? t("item.used", { used }) : t("item.neverUsed")}
      </p>
      {isClosed ? <Alert tone="danger">{t("item.copied")}</Alert> : null}
      <div className="flex flex-wrap items-start gap-3">
        <details className="min-w-0 grow">
          <summary className="inline-flex min-h-touch cursor-pointer items-center font-semibold text-accent-text text-fine">
            {t.rich("item.rename", named)}
          </summary>
          <form action={renamePasskeyAction} className="mt-3 grid gap-3">
            <input type="hidden" name="passkey" value={id} />
            <TextField
              id={`name-${index}`}
              name="name"
              label={t("item.newName")}
              autoComplete="off"
              maxLength={60}
              required
              defaultValue={name}
            />
            <div>
              <SubmitButton size="small" variant="secondary" pendingLabel={t("item.saving")}>
                {t("item.save")}
              </SubmitButton>
            </div>
          </form>
        </details>
        <SensitiveActionForm {...removal} action={removePasskeyAction} button={button}>
          <input type="hidden" name="passkey" value={id} />
        </SensitiveActionForm>
      </div>
    </li>
  );
}
