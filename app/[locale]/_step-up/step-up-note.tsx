import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/lib/i18n/page-translations";
import { type SensitiveAction, takesCode } from "@/lib/step-up/sensitive-actions";
import { codePathOf, recoveryCodePath, type StepUpMethod } from "./step-up-method";

type StepUpNoteProps = {
  method: StepUpMethod;
  path: string;
  hasPasskey: boolean;
  act?: SensitiveAction | undefined;
};

/** With a link to the other way. */
export async function StepUpNote({ method, path, hasPasskey, act }: StepUpNoteProps) {
  const t = await getTranslations("stepUp");
  const toCode = (chunks: ReactNode) => <TextLink href={codePathOf(path)}>{chunks}</TextLink>;
  const toPasskey = (chunks: ReactNode) => <TextLink href={path}>{chunks}</TextLink>;
  return (
    <div className="grid gap-2 text-fine text-ink-muted">
      {method === "passkey-alone" ? (
        <p>{t("note.passkeyAlone")}</p>
      ) : method === "no-mailed-code" ? (
        <p>{t("note.codesOff")}</p>
      ) : method === "passkey" ? (
        <p>{t.rich("note.passkey", { link: toCode })}</p>
      ) : (
        <p>{hasPasskey ? t.rich("note.codeOrPasskey", { link: toPasskey }) : t("note.code")}</p>
      )}
      {act && takesCode(act) && method !== "passkey-alone" ? (
        <p>
          <TextLink href={recoveryCodePath(act, path)} prefetch={false}>
            {t("note.byRecoveryCode")}
          </TextLink>
        </p>
      ) : null}
      {method === "code" ? null : (
        <noscript>{t(method === "passkey" ? "note.scriptOrCode" : "note.scriptAlone")}</noscript>
      )}
    </div>
  );
}
