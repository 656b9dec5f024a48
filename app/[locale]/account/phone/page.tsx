import type { Metadata } from "next";
import { ChangeForm } from "@/app/[locale]/account/change-form";
import { ChangeProof } from "@/app/[locale]/account/change-proof";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { defaultPhoneCountry } from "@/lib/auth/default-phone-country";
import { findMessage, messages, profileNotices } from "@/lib/auth/messages";
import { readProfileProof } from "@/lib/auth/read-profile-proof";
import { getLocale } from "@/lib/i18n/page-translations";
import { hasWorkingPasskey } from "@/lib/passkeys/has-working-passkey";
import { arePhonesReached } from "@/lib/phone/allowed-countries";
import { askForPhoneAction, proveBeforePhoneAction } from "./actions";

export const metadata: Metadata = { title: "Change your phone number", robots: { index: false } };

const path = "/account/phone";

type PhonePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PhonePage({ searchParams }: PhonePageProps) {
  const session = await requireSession(path);
  const [proof, hasPasskey] = await orUnavailable(() =>
    Promise.all([readProfileProof(session, "change-phone"), hasWorkingPasskey(session.user.id)]),
  );
  const { notice: code, confirm } = await searchParams;
  const notice = findMessage(code, profileNotices);
  const { phone, phoneVerified } = session.user;
  return (
    <PageShell>
      <PageHeading
        title="Change your phone number"
        lead={phoneVerified === null ? `We have ${phone}, not verified.` : `We have ${phone}, verified.`}
      />
      <div className="grid max-w-reading gap-6">
        {notice ? <Alert tone="warning">{notice}</Alert> : null}
        {proof.isProven ? <Alert tone="success">{messages.PHONE_PROOF_DONE}</Alert> : null}
        <Card className="grid gap-5">
          {proof.isProven ? (
            <ChangeForm
              action={askForPhoneAction}
              field={{
                name: "phone",
                label: "Phone number",
                hint: `Such as +44 20 7946 0018. For ${defaultPhoneCountry().nameIn(await getLocale())} numbers the country code may be left out.`,
                type: "tel",
                autoComplete: "tel",
                defaultValue: phone,
              }}
              submit={
                arePhonesReached()
                  ? { label: "Send code", pendingLabel: "Sending…" }
                  : { label: "Save", pendingLabel: "Saving…" }
              }
            />
          ) : (
            <>
              <ul className="grid list-disc gap-1.5 ps-5">
                <li>
                  {arePhonesReached()
                    ? "You confirm that it is you, and enter a code that we send to the number by text message."
                    : "You confirm that it is you. The shop sends no text messages, so the number stays unverified."}
                </li>
                <li>We tell you by email, and not the number.</li>
              </ul>
              <ChangeProof
                proof={proof}
                hasPasskey={hasPasskey}
                confirm={confirm}
                path={path}
                action={proveBeforePhoneAction}
                label={phoneVerified === null ? "Verify or change number" : "Change number"}
              />
            </>
          )}
        </Card>
        <p>
          <TextLink href="/account">Back to your account</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
