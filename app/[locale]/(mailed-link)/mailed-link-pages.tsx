import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { getPublicPath, getTranslations } from "@/lib/i18n/page-translations";

type MailedLinkWords = "notMe" | "stopRecovery" | "undoDeletion" | "undoEmail";

export async function mailedLinkMetadata(words: MailedLinkWords): Promise<Metadata> {
  return { title: (await getTranslations(words))("metaTitle"), robots: { index: false } };
}

type ConfirmPageProps = {
  title: string;
  lead: string;
  children?: ReactNode;
  /** One sentence each. */
  consequences: string[];
  action: (form: FormData) => Promise<void>;
  token: string;
  submit: { label: string; pendingLabel: string; isDanger?: boolean };
  /** The link that changes nothing. */
  leave?: string;
  note?: ReactNode;
};

/** A GET changes nothing: mail scanners open every link. */
export async function ConfirmPage({ title, lead, children, consequences, action, token, ...more }: ConfirmPageProps) {
  const { submit, leave, note } = more;
  const t = await getTranslations("mailedLinks");
  return (
    <LoginShell
      title={title}
      lead={lead}
      after={
        <TextLink href={await getPublicPath("/")} prefetch={false}>
          {leave ?? t("leave")}
        </TextLink>
      }
    >
      {children}
      <div className="grid gap-2">
        <p className="font-semibold">{t("ifPressed")}</p>
        <ul className="grid list-disc gap-1.5 ps-5">
          {consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
      </div>
      <form action={action}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton block variant={submit.isDanger ? "danger" : "primary"} pendingLabel={submit.pendingLabel}>
          {submit.label}
        </SubmitButton>
      </form>
      {note}
    </LoginShell>
  );
}

export async function IfLeft() {
  const t = await getTranslations("mailedLinks");
  return <p className="text-fine text-ink-muted">{t("ifLeft")}</p>;
}

export async function DonePage({ title, children }: { title: string; children: ReactNode }) {
  const t = await getTranslations("mailedLinks");
  return (
    <LoginShell
      title={title}
      after={
        <TextLink href="/login" prefetch={false}>
          {t("logIn")}
        </TextLink>
      }
    >
      {children}
    </LoginShell>
  );
}

export async function DeadLink({ words }: { words: MailedLinkWords }) {
  const [t, common] = await Promise.all([getTranslations(words), getTranslations("mailedLinks")]);
  return (
    <LoginShell
      title={common("deadTitle")}
      lead={t("deadLead")}
      after={<TextLink href={await getPublicPath("/")}>{common("toWindow")}</TextLink>}
    >
      <p className="text-fine text-ink-muted">{t("deadAdvice")}</p>
    </LoginShell>
  );
}
