import { ButtonLink } from "@/components/ui/button";
import { getTranslations } from "@/lib/i18n/page-translations";

type ChangeLinksProps = {
  path: string;
  isOwn: boolean;
  isDisabled: boolean;
  isInvited: boolean;
  isRecovering: boolean;
};

export async function ChangeLinks({ path, isOwn, isDisabled, isInvited, isRecovering }: ChangeLinksProps) {
  const t = await getTranslations("adminUser");
  if (isOwn) {
    return <p className="text-fine text-ink-muted">{t("links.own")}</p>;
  }
  const changes: { page: string; label: string; isDanger?: boolean }[] = [
    { page: "edit", label: t("links.edit") },
    { page: "role", label: t("links.role") },
    { page: "sessions", label: t("links.sessions") },
    { page: "passkeys", label: t("links.passkeys") },
    { page: "recover", label: isRecovering ? t("links.completeRecovery") : t("links.recover") },
    ...(isRecovering ? [{ page: "stop-recovery", label: t("links.stopRecovery") }] : []),
    isDisabled ? { page: "enable", label: t("links.enable") } : { page: "disable", label: t("links.disable") },
    ...(isInvited && !isDisabled ? [{ page: "invite", label: t("links.invite") }] : []),
    { page: "delete", label: t("links.delete"), isDanger: true },
  ];
  return changes.map(({ page, label, isDanger }) => (
    <ButtonLink
      key={page}
      href={`${path}/${page}`}
      variant={isDanger ? "danger" : "secondary"}
      size="small"
      prefetch={false}
    >
      {label}
    </ButtonLink>
  ));
}
