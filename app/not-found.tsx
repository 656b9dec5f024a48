import type { Metadata } from "next";
import { PageShell } from "@/components/layout/page-shell";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Nothing at this address" };

export default function NotFound() {
  return (
    <PageShell>
      <div className="grid max-w-reading justify-items-start gap-5 py-10">
        <p className="plate inline-flex h-24 items-center rounded-card px-6 font-bold text-display leading-none">404</p>
        <h1 className="font-bold text-title">Nobody lives at this number.</h1>
        <p className="text-ink-muted text-lead">
          The page has moved, was never here, or is not for this account. Check the address, or start again from the
          range.
        </p>
        <ButtonLink href="/#range">See the range</ButtonLink>
      </div>
    </PageShell>
  );
}
