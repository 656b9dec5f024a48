import { LoginWatch } from "@/app/[locale]/(login)/login-watch";
import { LoginShell } from "@/components/layout/login-shell";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { EndedChallenge } from "@/lib/auth/ended-challenge";
import { messages } from "@/lib/auth/messages";
import { AskAnewForm } from "./ask-anew-form";
import { ForgetMailedCode } from "./forget-mailed-code";
import { wayBackFrom } from "./way-back";

const words = {
  EXPIRED: { title: "This code has expired", lead: messages.CODE_EXPIRED },
  TOO_MANY_ATTEMPTS: { title: "This code is used up", lead: messages.CODE_TRIES_SPENT },
};

/** For the browser that asked, when its request takes no code any more: one press asks for the same once more. */
export function EndedRequest({ ended }: { ended: EndedChallenge }) {
  const { id, maskedAddress, isMailRefused, why } = ended;
  const { title, lead } = words[why];
  return (
    <LoginShell
      title={title}
      lead={<p>{lead}</p>}
      after={<TextLink href={wayBackFrom(ended)}>Use another email</TextLink>}
    >
      {isMailRefused ? <Alert tone="danger">{messages.MAIL_REFUSED}</Alert> : null}
      <AskAnewForm challengeId={id} maskedAddress={maskedAddress} />
      <ForgetMailedCode />
      <LoginWatch />
    </LoginShell>
  );
}
