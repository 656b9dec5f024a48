import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { getTranslations } from "@/lib/i18n/page-translations";

/** Beside the good news of the first passkey: what to do against the day when its device is lost. It can be left alone. */
export async function RecoveryCodesOffer() {
  const t = await getTranslations("passkeys");
  return (
    <Alert title={t("codesOffer.title")}>
      <div className="grid justify-items-start gap-3">
        <p>{t("codesOffer.what")}</p>
        <ButtonLink href="/account/recovery-codes" variant="secondary" size="small" prefetch={false}>
          {t("codesOffer.make")}
        </ButtonLink>
      </div>
    </Alert>
  );
}
