import type { Metadata } from "next";
import { headers } from "next/headers";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { chooseStepUpMethod, type StepUpMethod } from "@/app/[locale]/_step-up/step-up-method";
import { StepUpNote } from "@/app/[locale]/_step-up/step-up-note";
import { AccountNav } from "@/app/[locale]/account/account-nav";
import { TellDevices } from "@/app/[locale]/account/tell-devices";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { readReauthentications } from "@/lib/auth/passkeys/first-passkey";
import { readRecoveryCodes } from "@/lib/auth/recovery-codes/recovery-codes";
import { findNotice, passkeyNotices } from "@/lib/http/notices";
import { describeDevice } from "@/lib/http/visitor";
import { getLocale, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { listPasskeys } from "@/lib/passkeys/passkeys";
import type { SensitiveAction } from "@/lib/step-up/sensitive-actions";
import { canReadDashboard } from "@/lib/users/roles";
import { reauthenticateForPasskeyAction } from "./actions";
import { AddPasskeyForm } from "./add-passkey-form";
import { PasskeyItem } from "./passkey-item";
import { PasskeysOnly } from "./passkeys-only";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passkeys"))("title"), robots: { index: false } };
}

const path = "/account/passkeys";

const undone: ReadonlySet<string> = new Set([
  "LAST_PASSKEY",
  "PASSKEY_NAME_INVALID",
  "PASSKEY_STEP_UP_NEEDED",
  "REAUTHENTICATION_ENDED",
  "STEP_UP_ENDED",
]);

type PasskeysPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PasskeysPage({ searchParams }: PasskeysPageProps) {
  const session = await requireSession(path);
  const { notice: code, confirm } = await searchParams;
  const [passkeys, proofs, recoveryCodes] = await orUnavailable(() =>
    Promise.all([listPasskeys(session.user.id), readReauthentications(session), readRecoveryCodes(session.user.id)]),
  );
  const { needsPasskey, addingAction, removalAction, isAddingConfirmed, isRemovalConfirmed, isSwitchConfirmed } =
    proofs;
  const { passkeysOnlyAt } = session.user;
  const hasPasskey = passkeys.some(({ isClosed }) => !isClosed);
  const method = chooseStepUpMethod({ hasPasskey, needsPasskey, areCodesOff: passkeysOnlyAt !== null }, confirm);
  const notice = findNotice(code, passkeyNotices);
  const [t, account, feedback] = await Promise.all([
    getTranslations("passkeys"),
    getTranslations("account"),
    getTranslations("feedback"),
  ]);
  const isOffered = notice === "PASSKEY_ADDED" && recoveryCodes.left === 0 && passkeysOnlyAt === null;
  const asksForNothing = isAddingConfirmed && (isRemovalConfirmed || passkeys.length === 0);
  return (
    <PageShell>
      <AccountNav current="/account/passkeys" />
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid max-w-reading gap-6">
        <PageNotice
          tone={notice && undone.has(notice) ? "danger" : "success"}
          about={passkeys.map(({ name }) => name).join()}
        >
          {notice && feedback(notice)}
        </PageNotice>
        {notice === "PASSKEY_ADDED" || notice === "PASSKEY_REMOVED" ? <TellDevices key={passkeys.length} /> : null}
        {isOffered ? <RecoveryCodesOffer /> : null}
        <PageNotice tone="success">{isAddingConfirmed ? feedback("PASSKEY_CONFIRMED") : null}</PageNotice>
        <PageNotice tone="success">
          {isRemovalConfirmed && !needsPasskey && passkeys.length > 0 ? feedback("PASSKEY_REMOVAL_CONFIRMED") : null}
        </PageNotice>
        <Card>
          {passkeys.length === 0 ? <p>{t("none")}</p> : null}
          <ul className="divide-y divide-line empty:hidden">
            {passkeys.map((passkey, index) => (
              <PasskeyItem
                key={passkey.id}
                passkey={passkey}
                index={index}
                timeZone={session.user.timeZone}
                removal={{ act: removalAction, method, path, isReauthenticated: isRemovalConfirmed }}
              />
            ))}
          </ul>
        </Card>
        {isAddingConfirmed ? (
          <Card>
            <AddPasskeyForm
              suggestedName={describeDevice((await headers()).get("user-agent"), await getLocale())}
              words={(await getWords("passkeys")).form}
              problems={{
                unsupported: feedback("PASSKEYS_UNSUPPORTED"),
                known: feedback("PASSKEY_KNOWN"),
                notMade: feedback("PASSKEY_NOT_MADE"),
                unreached: (await getWords("stepUp")).form.unreached,
                leftOnDevice: feedback("PASSKEY_LEFT_ON_DEVICE"),
              }}
            />
            <noscript>{t("needsScript")}</noscript>
          </Card>
        ) : (
          <AddFirst method={method} act={addingAction} hasPasskey={hasPasskey} />
        )}
        {asksForNothing || (method === "passkey-alone" && !hasPasskey) ? null : (
          <StepUpNote
            method={method}
            act={needsPasskey ? undefined : addingAction}
            path={path}
            hasPasskey={hasPasskey}
          />
        )}
        {hasPasskey ? (
          <PasskeysOnly
            since={passkeysOnlyAt}
            warnsOfCodes={recoveryCodes.left === 0 && !isOffered}
            isReauthenticated={isSwitchConfirmed}
            path={path}
            timeZone={session.user.timeZone}
          />
        ) : null}
        {canReadDashboard(session.user.role) ? (
          <p>
            <TextLink href="/admin" prefetch={false}>
              {account("links.dashboard")}
            </TextLink>
          </p>
        ) : null}
      </div>
    </PageShell>
  );
}

async function RecoveryCodesOffer() {
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

/** Admins need a passkey here: a code would let in a reader of their mailbox. */
async function AddFirst({
  method,
  act,
  hasPasskey,
}: {
  method: StepUpMethod;
  act: SensitiveAction;
  hasPasskey: boolean;
}) {
  const t = await getTranslations("passkeys");
  if (method === "passkey-alone" && !hasPasskey) {
    return (
      <Alert tone="warning" title={t("noneWorks.title")}>
        {t.rich("noneWorks.advice", { command: (chunks) => <code dir="ltr">{chunks}</code> })}
      </Alert>
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <SensitiveActionForm
        act={act}
        method={method}
        path="/account/passkeys"
        isReauthenticated={false}
        action={reauthenticateForPasskeyAction}
        button={{ children: t("add") }}
      />
      {method === "passkey-alone" ? null : <p className="text-fine text-ink-muted">{t("onlyAddingNeedsScript")}</p>}
    </div>
  );
}
