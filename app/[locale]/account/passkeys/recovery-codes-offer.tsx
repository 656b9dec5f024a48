import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";

/** Beside the good news of the first passkey: what to do against the day when its device is lost. It can be left alone. */
export function RecoveryCodesOffer() {
  return (
    <Alert title="If you lose this device">
      <div className="grid justify-items-start gap-3">
        <p>A code from the mail still lets you in. Recovery codes on paper do when you lose your mailbox, too.</p>
        <ButtonLink href="/account/recovery-codes" variant="secondary" size="small" prefetch={false}>
          Make recovery codes
        </ButtonLink>
      </div>
    </Alert>
  );
}
