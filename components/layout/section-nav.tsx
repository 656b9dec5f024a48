import Link from "next/link";
import type { ReactNode } from "react";

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
