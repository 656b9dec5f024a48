import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { supportEmail } from "@/lib/env";
import { defaultDestination, pathWith, safePath } from "@/lib/http/safe-redirect";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { RecoveryForm } from "./recovery-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("recovery.title") };
}

type RecoveryPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RecoveryPage({ searchParams }: RecoveryPageProps) {
  const next = safePath((await searchParams).next);
  // In an outage the form stays; its action says so.
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);
  const t = await getTranslations("login");
  const { recovery } = await getWords("login");
  const fields = await getWords("fields");
  return (
    <LoginShell
      title={t("recovery.title")}
      lead={t("recovery.lead")}
      after={
        <TextLink href={pathWith("/login", { next })} prefetch={false}>
          {t("recovery.byMail")}
        </TextLink>
      }
    >
      <RecoveryForm next={next} words={{ ...recovery.form, email: fields.email.label, code: fields.recoveryCode }} />
      <LoginWatch />
      <p className="text-fine text-ink-muted">
        {t.rich("recovery.nothingLeft", {
          support: (shop) => <TextLink href={`mailto:${supportEmail()}`}>{shop}</TextLink>,
        })}
      </p>
    </LoginShell>
  );
}
