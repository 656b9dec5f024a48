import { ActForm } from "@/app/[locale]/_step-up/act-form";
import type { ProofWay } from "@/app/[locale]/_step-up/proof-way";
import { Alert } from "@/components/ui/alert";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { SensitiveAct } from "@/lib/step-up/sensitive-actions";
import { proveBeforeAddingAction } from "./actions";

/**
 * The first step to a new passkey: the person confirms that it is them. An admin does it with a passkey that they have;
 * a code from the mail would let in whoever reads it.
 */
export async function AddFirst({ way, act, hasPasskey }: { way: ProofWay; act: SensitiveAct; hasPasskey: boolean }) {
  const t = await getTranslations("passkeys");
  if (way === "passkey-alone" && !hasPasskey) {
    return (
      <Alert tone="warning" title={t("noneWorks.title")}>
        {t.rich("noneWorks.advice", { command: (chunks) => <code dir="ltr">{chunks}</code> })}
      </Alert>
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <ActForm
        act={act}
        way={way}
        path="/account/passkeys"
        isProven={false}
        action={proveBeforeAddingAction}
        button={{ children: t("add") }}
      />
      {way === "passkey-alone" ? null : <p className="text-fine text-ink-muted">{t("onlyAddingNeedsScript")}</p>}
    </div>
  );
}
