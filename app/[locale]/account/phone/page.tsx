import type { Metadata } from "next";
import { ChangeForm } from "@/app/[locale]/account/change-form";
import { ChangeProof } from "@/app/[locale]/account/change-proof";
import { askForPhoneAction, proveBeforePhoneAction } from "@/app/[locale]/account/profile-actions";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { isolated } from "@/components/ui/rich-text";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { findWantedAddress } from "@/lib/auth/profile/change-email";
import { readProfileProof } from "@/lib/auth/profile/re-authenticate";
import { findNotice, profileNotices } from "@/lib/http/notices";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/passkeys";
import { arePhonesReached, defaultPhoneCountry } from "@/lib/phone/phone-channels";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("phone.title"), robots: { index: false } };
}

const path = "/account/phone";

type PhonePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PhonePage({ searchParams }: PhonePageProps) {
  const session = await requireSession(path);
  const [proof, hasPasskey, wanted] = await orUnavailable(() =>
    Promise.all([
      readProfileProof(session, "change-phone"),
      hasWorkingPasskey(session.user.id),
      findWantedAddress(session, "VERIFY_PHONE"),
    ]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = findNotice(code, profileNotices);
  const { phone, phoneVerified } = session.user;
  const [t, account, fields, feedback, locale] = await Promise.all([
    getTranslations("profile"),
    getTranslations("account"),
    getTranslations("fields"),
    getTranslations("feedback"),
    getLocale(),
  ]);
  return (
    <PageShell>
      <PageHeading
        title={t("phone.title")}
        lead={t.rich(phoneVerified === null ? "phone.leadUnverified" : "phone.leadVerified", { phone, ...isolated })}
      />
      <div className="grid max-w-reading gap-6">
        <PageNotice tone="warning">{notice && feedback(notice)}</PageNotice>
        <PageNotice tone="success">{proof.isProven ? feedback("PHONE_PROOF_DONE") : null}</PageNotice>
        <Card className="grid gap-5">
          {proof.isProven ? (
            <ChangeForm
              action={askForPhoneAction}
              field={{
                name: "phone",
                label: fields("phone.label"),
                hint: fields("phone.hint", { country: defaultPhoneCountry().nameIn(locale) }),
                type: "tel",
                autoComplete: "tel",
                defaultValue: wanted ?? phone,
              }}
              submit={
                arePhonesReached()
                  ? { label: t("sendCode"), pendingLabel: t("sending") }
                  : { label: t("save"), pendingLabel: t("saving") }
              }
            />
          ) : (
            <>
              <ul className="grid list-disc gap-1.5 ps-5">
                <li>{t(arePhonesReached() ? "phone.steps.proof" : "phone.steps.proofWithoutTexts")}</li>
                <li>{t("phone.steps.told")}</li>
              </ul>
              <ChangeProof
                proof={proof}
                hasPasskey={hasPasskey}
                areCodesOff={session.user.passkeysOnlyAt !== null}
                confirm={confirm}
                path={path}
                action={proveBeforePhoneAction}
                label={t(phoneVerified === null ? "phone.startUnverified" : "phone.start")}
              />
            </>
          )}
        </Card>
        <p>
          <TextLink href="/account">{account("links.account")}</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
