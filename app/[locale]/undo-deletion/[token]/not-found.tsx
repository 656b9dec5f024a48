import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";

/** For a token that we did not make, that was cut off, or whose account is gone or leaving by a later asking. */
export default function DeadLink() {
  return (
    <LoginShell
      title="This link is no longer good"
      lead="Nothing was changed. Open the link in the newest email about it, or copy the whole of it into the address bar."
      after={<TextLink href="/">Go to the shop window</TextLink>}
    >
      <p className="text-fine text-ink-muted">
        An account that was deleted cannot be brought back. You can create a new one with the same email.
      </p>
    </LoginShell>
  );
}
