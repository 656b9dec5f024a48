import { ButtonLink } from "@/components/ui/button-link";

type ChangeLinksProps = {
  path: string;
  isOwn: boolean;
  isDisabled: boolean;
  isInvited: boolean;
  isRecovering: boolean;
};

/** What an admin can change about a user; each leads to a page that says what will happen. */
export function ChangeLinks({ path, isOwn, isDisabled, isInvited, isRecovering }: ChangeLinksProps) {
  if (isOwn) {
    return <p className="text-fine text-ink-muted">This is your own account. Another admin can change it here.</p>;
  }
  const changes: { page: string; label: string; isDanger?: boolean }[] = [
    { page: "edit", label: "Edit" },
    { page: "role", label: "Change role" },
    { page: "sessions", label: "End sessions" },
    { page: "passkeys", label: "Reset passkeys" },
    { page: "recover", label: isRecovering ? "Complete access for a new address" : "Give access to a new address" },
    ...(isRecovering ? [{ page: "stop-recovery", label: "Stop access for a new address" }] : []),
    isDisabled ? { page: "enable", label: "Enable" } : { page: "disable", label: "Disable" },
    ...(isInvited && !isDisabled ? [{ page: "invite", label: "Send the invitation again" }] : []),
    { page: "delete", label: "Delete", isDanger: true },
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
