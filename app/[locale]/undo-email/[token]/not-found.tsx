import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";

/** For a token that we did not make, that was cut off, or whose change can no longer be undone. */
export default function DeadLink() {
  return (
    <LoginShell
      title="This link is no longer good"
      lead="Nothing was changed. Copy the whole link from the email into the address bar, and look whether a newer email about it has come."
      after={<TextLink href="/">Go to the shop window</TextLink>}
    >
      <p className="text-fine text-ink-muted">
        A change of an email address can be undone for seven days. If yours was changed without you before that, write
        to the shop.
      </p>
    </LoginShell>
  );
}
