import { ActForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { chooseProofWay } from "@/app/[locale]/_step-up/step-up-method";
import { ProofNote } from "@/app/[locale]/_step-up/step-up-note";
import type { ProfileProof } from "@/lib/auth/profile/re-authenticate";

type ChangeProofProps = {
  proof: ProfileProof;
  hasPasskey: boolean;
  areCodesOff: boolean;
  /** What the page's address says, see chooseProofWay. */
  confirm: string | string[] | undefined;
  path: string;
  action: () => Promise<void>;
  label: string;
};

/** The step before a change of email or phone: one button, after which the page has the field. */
export function ChangeProof({ proof, hasPasskey, areCodesOff, confirm, path, action, label }: ChangeProofProps) {
  const { act, needsPasskey } = proof;
  const way = chooseProofWay({ hasPasskey, areCodesOff, needsPasskey }, confirm);
  return (
    <>
      <ActForm act={act} way={way} path={path} isProven={false} action={action} button={{ children: label }} />
      <ProofNote way={way} path={path} hasPasskey={hasPasskey} act={act} />
    </>
  );
}
