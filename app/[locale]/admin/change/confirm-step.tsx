import type { ComponentProps, ReactNode } from "react";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { ChangeForm } from "./change-form";

type ConfirmStepProps = Omit<ComponentProps<typeof ChangeForm>, "isProven"> & {
  place: ComponentProps<typeof AdminNav>["current"];
  title: string;
  /** Everything that will happen, a sentence each. */
  consequences: ReactNode[];
  standing: { hasPasskey: boolean; isProven: boolean };
};

/** The page before a change: what will happen, and the form that makes it happen. */
export function ConfirmStep({ place, title, consequences, standing, children, ...form }: ConfirmStepProps) {
  return (
    <PageShell>
      <AdminNav current={place} />
      <PageHeading title={title} />
      <Card className="grid max-w-reading gap-6">
        <div className="grid gap-2">
          <h2 className="font-semibold">What will happen</h2>
          <ul className="grid list-disc gap-1.5 pl-5">
            {consequences.map((consequence, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list of a page does not change
              <li key={index}>{consequence}</li>
            ))}
          </ul>
        </div>
        {standing.hasPasskey ? (
          <>
            <ChangeForm isProven={standing.isProven} {...form}>
              {children}
            </ChangeForm>
            <p className="text-fine text-ink-muted">
              {standing.isProven
                ? "Your passkey confirmed that it is you. That counts for five minutes."
                : "Your browser will ask for your passkey. It then counts for five minutes."}
            </p>
            <noscript>
              <p>Your browser asks for a passkey by JavaScript. Turn it on for this page, and load it again.</p>
            </noscript>
          </>
        ) : (
          <Alert tone="warning" title="You need a passkey first">
            Whoever changes accounts here confirms it with a passkey, so that nobody else can do it with your browser or
            your mailbox. <TextLink href="/account/passkeys">Add a passkey to your account</TextLink>, then come back.
          </Alert>
        )}
      </Card>
    </PageShell>
  );
}
