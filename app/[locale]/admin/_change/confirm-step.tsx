import type { ComponentProps, ReactNode } from "react";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { ChangeField, ChangeForm } from "./change-form";

type ConfirmStepProps = Omit<ComponentProps<typeof ChangeForm>, "isReauthenticated" | "words"> & {
  place: ComponentProps<typeof AdminNav>["current"];
  title: ReactNode;
  /** One sentence each. */
  consequences: ReactNode[];
  /** For forms with columns. */
  isWide?: boolean;
  eligibility: { hasPasskey: boolean; isReauthenticated: boolean };
};

export async function ConfirmStep({
  place,
  title,
  consequences,
  isWide = false,
  eligibility,
  children,
  ...form
}: ConfirmStepProps) {
  const t = await getTranslations("adminChanges");
  const words = (await getWords("adminChanges")).form;
  return (
    <PageShell>
      <AdminNav current={place} />
      <PageHeading title={title} />
      <Card className={isWide ? "grid gap-6" : "grid max-w-reading gap-6"}>
        <div className="grid gap-2">
          <h2 className="font-semibold">{t("whatWillHappen")}</h2>
          <ul className="grid list-disc gap-1.5 ps-5">
            {consequences.map((consequence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of a page does not change
              <li key={index}>{consequence}</li>
            ))}
          </ul>
        </div>
        {eligibility.hasPasskey ? (
          <>
            <ChangeForm isReauthenticated={eligibility.isReauthenticated} words={words} {...form}>
              {children}
            </ChangeForm>
            <p className="text-fine text-ink-muted">
              {eligibility.isReauthenticated ? t("reauthenticated") : t("notReauthenticated")}
            </p>
            <noscript>
              <p>{t("noScript")}</p>
            </noscript>
          </>
        ) : (
          <Alert tone="warning" title={t("passkeyNeeded.title")}>
            {t.rich("passkeyNeeded.lead", {
              link: (chunks) => <TextLink href="/account/passkeys">{chunks}</TextLink>,
            })}
          </Alert>
        )}
      </Card>
    </PageShell>
  );
}

/** `shownIn`: where the reason is shown. */
export async function ReasonField({ shownIn }: { shownIn: "userAndAudit" | "audit" | "sameInAudit" }) {
  const t = await getTranslations("adminChanges");
  return (
    <ChangeField
      name="reason"
      label={t("reason.label")}
      hint={t(`reason.hints.${shownIn}`)}
      autoComplete="off"
      maxLength={200}
      required
    />
  );
}
