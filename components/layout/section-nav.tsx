import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";

type SectionNavProps = {
  label: string;
  links: readonly { href: string; label: string }[];
  current: string;
  /** Put into each link, such as `ReportPending`. */
  children?: ReactNode;
};

/** The links between the pages of one part of the shop, on top of each of them. */
export function SectionNav({ label, links, current, children }: SectionNavProps) {
  return (
    <nav aria-label={label} className="mb-8 flex flex-wrap gap-x-6 border-line border-b print:hidden">
      {links.map(({ href, label: name }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === current ? "page" : undefined}
          className="-mb-px inline-flex min-h-touch items-center border-transparent border-b-2 font-medium text-ink no-underline hover:underline aria-[current=page]:border-accent-text aria-[current=page]:font-semibold"
        >
          {name}
          {children}
        </Link>
      ))}
    </nav>
  );
}

type PageLink = { href: string; label: string };

/** The links from one page of a long list to the pages beside it. */
export function PageLinks(props: {
  label: string;
  previous: PageLink | null;
  next: PageLink | null;
  /** As in `SectionNav`. */
  children?: ReactNode;
}) {
  const link = (rel: "prev" | "next", to: PageLink) => (
    <ButtonLink href={to.href} rel={rel} variant="secondary" size="small" prefetch={false}>
      {to.label}
      {props.children}
    </ButtonLink>
  );
  return (
    <nav aria-label={props.label} className="flex justify-between gap-3">
      {props.previous ? link("prev", props.previous) : <span />}
      {props.next ? link("next", props.next) : null}
    </nav>
  );
}
