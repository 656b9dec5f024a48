import type { Metadata } from "next";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { listSessions } from "@/lib/auth/list-sessions";
import { messages } from "@/lib/auth/messages";
import { hasFreshProof } from "@/lib/step-up/fresh-proof";
import { logOutEverywhereAction } from "./actions";

export const metadata: Metadata = { title: "Where you are logged in", robots: { index: false } };

export default async function SessionsPage() {
  const session = await requireSession("/account/sessions");
  const [sessions, isProven] = await orUnavailable(() =>
    Promise.all([listSessions(session), hasFreshProof(session.id, "end-all-sessions")]),
  );
  return (
    <PageShell>
      <PageHeading title="Where you are logged in" lead="Each browser that can open your account right now." />
      <div className="grid max-w-reading gap-6">
        {isProven ? <Alert tone="success">{messages.STEP_UP_DONE}</Alert> : null}
        <Card>
          <ul className="divide-y divide-line">
            {sessions.map((each) => (
              <li key={each.id} className="grid gap-1 py-4 first:pt-0 last:pb-0">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                  {each.device}
                  {each.isCurrent ? <Badge>This browser</Badge> : null}
                </p>
                <p className="text-fine text-ink-muted">
                  Logged in {formatTime(each.createdAt)}
                  {each.place ? ` in ${each.place}` : ""}, last seen {formatTime(each.lastSeenAt)}.
                </p>
              </li>
            ))}
          </ul>
        </Card>
        <form action={logOutEverywhereAction} className="grid justify-items-start gap-3">
          <SubmitButton variant={isProven ? "primary" : "secondary"} pendingLabel="One moment…">
            Log out everywhere
          </SubmitButton>
          <p className="text-fine text-ink-muted">
            {isProven
              ? "This ends every session in the list, here too. You log in again with a code or a passkey."
              : "We send a code to your email first, so that nobody else can do this with your browser."}
          </p>
        </form>
        <p>Passkeys stay. If one is not yours, or its device is lost, remove it first.</p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink href="/account">Back to your account</TextLink>
          <TextLink href="/account/passkeys">Passkeys</TextLink>
        </p>
      </div>
    </PageShell>
  );
}

function formatTime(time: Date): string {
  const text = time.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${text} UTC`;
}
