import { TextLink } from "@/components/ui/text-link";
import { type SensitiveAct, takesCode } from "@/lib/step-up/sensitive-acts";
import { byCodePath, type ProofWay } from "./proof-way";
import { recoveryProofPath } from "./recovery-proof-path";

type ProofNoteProps = {
  way: ProofWay;
  path: string;
  hasPasskey: boolean;
  /** What a recovery code may confirm instead; the code page offers it in any case. */
  act?: SensitiveAct | undefined;
};

/** Says how the buttons of a page are confirmed, with the other way one press away. */
export function ProofNote({ way, path, hasPasskey, act }: ProofNoteProps) {
  return (
    <div className="grid gap-2 text-fine text-ink-muted">
      {way === "passkey-alone" ? (
        <p>
          Your browser asks for a passkey that you have first. Admins cannot confirm it with a code, so that nobody can
          with your mailbox.
        </p>
      ) : way === "passkey" ? (
        <p>
          Your browser asks for your passkey first, so that nobody else can do this with it. No passkey at hand?{" "}
          <TextLink href={byCodePath(path)}>Confirm with a code from the mail</TextLink>.
        </p>
      ) : (
        <p>
          We send a code to your email first, so that nobody else can do this with your browser.
          {hasPasskey ? (
            <>
              {" "}
              <TextLink href={path}>Confirm with your passkey instead</TextLink>.
            </>
          ) : null}
        </p>
      )}
      {act && takesCode(act) && way !== "passkey-alone" ? (
        <p>
          <TextLink href={recoveryProofPath(act, path)} prefetch={false}>
            Confirm with a recovery code
          </TextLink>
        </p>
      ) : null}
      {way === "code" ? null : (
        <noscript>
          {way === "passkey"
            ? "Your browser asks for a passkey by JavaScript. Without it we send a code to your email."
            : "Your browser asks for a passkey by JavaScript. Turn it on for this page, and load it again."}
        </noscript>
      )}
    </div>
  );
}
