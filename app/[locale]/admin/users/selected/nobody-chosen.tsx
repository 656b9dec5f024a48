import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TextLink } from "@/components/ui/text-link";

/** For a form that was sent without a tick, and for those whose users are all gone. */
export function NobodyChosen({ listHref }: { listHref: string }) {
  return (
    <PageShell>
      <AdminNav current="/admin/users" />
      <PageHeading title="Nobody is chosen" lead="Tick users in the list, then choose what to do with them." />
      <p>
        <TextLink href={listHref}>Back to the list</TextLink>
      </p>
    </PageShell>
  );
}
