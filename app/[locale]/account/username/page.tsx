import type { Metadata } from "next";
import { ChangeForm } from "@/app/[locale]/account/change-form";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { orUnavailable, requireSession } from "@/lib/auth/access-rules";
import { findNextRename } from "@/lib/auth/change-username";
import { messages } from "@/lib/auth/messages";
import { utcTime } from "@/lib/utc-time";
import { changeUsernameAction } from "./actions";

export const metadata: Metadata = { title: "Change your username", robots: { index: false } };

export default async function UsernamePage() {
  const session = await requireSession("/account/username");
  const closedUntil = await orUnavailable(() => findNextRename(session.user.id));
  return (
    <PageShell>
      <PageHeading
        title="Change your username"
        lead="You can do so twice in thirty days. Your old name is free at once."
      />
      <div className="grid max-w-reading gap-6">
        <Card>
          {closedUntil === null ? (
            <ChangeForm
              action={changeUsernameAction}
              field={{
                name: "username",
                label: "Username",
                hint: "Shown in the shop. Letters, digits, dots, dashes, underscores.",
                autoComplete: "nickname",
                defaultValue: session.user.username,
              }}
              submit={{ label: "Save", pendingLabel: "Saving…" }}
            />
          ) : (
            <Alert tone="info" title={`You can change it again from ${utcTime(closedUntil)}`}>
              {messages.USERNAME_CHANGES_SPENT}
            </Alert>
          )}
        </Card>
        <p>
          <TextLink href="/account">Back to your account</TextLink>
        </p>
      </div>
    </PageShell>
  );
}
