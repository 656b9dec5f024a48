import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";

/** For a token that we did not make, that was cut off, or whose account has another address by now. */
export default function DeadLink() {
  return (
    <LoginShell
      title="This link is no longer good"
      lead="Nothing was changed. Open the link in the newest email about it, or copy the whole of it into the address bar."
      after={<TextLink href="/">Go to the shop window</TextLink>}
    >
      <p className="text-fine text-ink-muted">
        If your account got an address that is not yours, write to the shop at once.
      </p>
    </LoginShell>
  );
}
