import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations } from "@/lib/i18n/page-translations";
import { type SensitiveAct, takesCode } from "@/lib/step-up/sensitive-actions";
import { recoveryProofPath } from "./recovery-code-request";
import { byCodePath, type ProofWay } from "./step-up-method";

type ProofNoteProps = {
  way: ProofWay;
  path: string;
  hasPasskey: boolean;
  /** What a recovery code may confirm instead; the code page offers it in any case. */
  act?: SensitiveAct | undefined;
};

/** Says how the buttons of a page are confirmed, with the other way one press away. */
export async function ProofNote({ way, path, hasPasskey, act }: ProofNoteProps) {
  const t = await getTranslations("passkeyProof");
  const toCode = (chunks: ReactNode) => <TextLink href={byCodePath(path)}>{chunks}</TextLink>;
  const toPasskey = (chunks: ReactNode) => <TextLink href={path}>{chunks}</TextLink>;
  return (
    <div className="grid gap-2 text-fine text-ink-muted">
      {way === "passkey-alone" ? (
        <p>{t("note.passkeyAlone")}</p>
      ) : way === "no-mailed-code" ? (
        <p>{t("note.codesOff")}</p>
      ) : way === "passkey" ? (
        <p>{t.rich("note.passkey", { link: toCode })}</p>
      ) : (
        <p>{hasPasskey ? t.rich("note.codeOrPasskey", { link: toPasskey }) : t("note.code")}</p>
      )}
      {act && takesCode(act) && way !== "passkey-alone" ? (
        <p>
          <TextLink href={recoveryProofPath(act, path)} prefetch={false}>
            {t("note.byRecoveryCode")}
          </TextLink>
        </p>
      ) : null}
      {way === "code" ? null : <noscript>{t(way === "passkey" ? "note.scriptOrCode" : "note.scriptAlone")}</noscript>}
    </div>
  );
}
