import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";

/** For a token that we did not make, or that was cut off on its way. */
export default function DeadLink() {
  return (
    <LoginShell
      title="This link is no longer good"
      lead="Nothing was changed. Open the link in the email again, or copy the whole of it into the address bar."
      after={<TextLink href="/">Go to the shop window</TextLink>}
    >
      <p className="text-fine text-ink-muted">
        Without a code that we sent you, one of your passkeys or one of your recovery codes, nobody gets into your
        account.
      </p>
    </LoginShell>
  );
}
