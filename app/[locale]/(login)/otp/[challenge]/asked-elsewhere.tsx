import { AskedFrom } from "@/components/layout/asked-from";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import type { ForeignChallenge } from "@/lib/auth/find-foreign-challenge";
import { utcTime } from "@/lib/utc-time";
import { ForgetMailedCode } from "./forget-mailed-code";

/** For a browser that holds the link of a code mail but did not ask for the code: it has nothing to type it into. */
export function AskedElsewhere({ device, askedAt }: ForeignChallenge) {
  return (
    <LoginShell
      title="Type the code where you asked for it"
      lead="The code works only in the browser that asked for it, and that is not this one. Go back there and type the code from the email."
      after={<TextLink href="/login">Log in here instead</TextLink>}
    >
      <AskedFrom device={device} at={askedAt} when={utcTime(askedAt)} />
      <p className="text-fine text-ink-muted">
        You did not ask for it? Then do not pass the code on. “This was not me” in the email ends the request.
      </p>
      <ForgetMailedCode />
    </LoginShell>
  );
}
