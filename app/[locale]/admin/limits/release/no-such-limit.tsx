import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { TextLink } from "@/components/ui/text-link";

/** For a link to a limit that has opened meanwhile, or that never was. */
export function NoSuchLimit() {
  return (
    <PageShell>
      <AdminNav current="/admin/limits" />
      <PageHeading title="Nothing to release" lead="This limit refuses and slows nobody any more." />
      <p>
        <TextLink href="/admin/limits">All limits</TextLink>
      </p>
    </PageShell>
  );
}
