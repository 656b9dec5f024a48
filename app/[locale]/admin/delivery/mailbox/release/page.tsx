import type { Metadata } from "next";
import { z } from "zod";
import { ConfirmStep, ReasonField } from "@/app/[locale]/admin/_change/confirm-step";
import { mailboxHref, readMailboxName } from "@/app/[locale]/admin/delivery/delivery-query";
import { UnknownMailbox } from "@/app/[locale]/admin/delivery/unknown-mailbox";
import { isolated } from "@/components/ui/rich-text";
import { readAdminEligibility } from "@/lib/admin/change-as-admin";
import { findMailbox } from "@/lib/admin/delivery/mailbox";
import { orUnavailable, requireAdmin } from "@/lib/auth/access/access-rules";
import { getTranslations } from "@/lib/i18n/page-translations";
import { suppressionLists } from "@/lib/mail/suppressions";
import { releaseMailboxAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminDelivery"))("release.meta") };
}

type ReleasePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReleasePage({ searchParams }: ReleasePageProps) {
  const session = await requireAdmin("/admin/delivery");
  const parameters = await searchParams;
  const name = readMailboxName(parameters);
  const list = z.enum(suppressionLists).safeParse(parameters.list).data;
  if (name === null || list === undefined) return <UnknownMailbox />;
  const [mailbox, eligibility] = await orUnavailable(() =>
    Promise.all([findMailbox(name), readAdminEligibility({ id: session.user.id, sessionId: session.id })]),
  );
  if (mailbox === null) return <UnknownMailbox />;
  const t = await getTranslations("adminDelivery");
  const [[kind, id] = ["", ""]] = Object.entries(mailbox.name);
  return (
    <ConfirmStep
      place="/admin/delivery"
      title={t.rich("release.title", { address: mailbox.shownAddress, ...isolated })}
      consequences={[
        t("release.list", { list: t(`lists.${list}.name`) }),
        t("release.next"),
        t("release.again"),
        ...(list === "spam_reports" ? [t("release.asked")] : []),
      ]}
      eligibility={eligibility}
      action={releaseMailboxAction}
      submit={{ label: t("release.submit"), pendingLabel: t("release.pending") }}
      cancelHref={mailboxHref(mailbox.name)}
    >
      <input type="hidden" name={kind} value={id} />
      <input type="hidden" name="list" value={list} />
      <ReasonField shownIn="audit" />
    </ConfirmStep>
  );
}
