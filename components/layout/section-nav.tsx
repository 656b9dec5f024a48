import Link from "next/link";

type SectionNavProps = { label: string; current: string; links: { href: string; text: string }[] };

/** The pages of one section, with the current one marked. */
export function SectionNav({ label, current, links }: SectionNavProps) {
  return (
    <nav aria-label={label} className="mb-8 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {links.map(({ href, text }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={href === current ? "page" : undefined}
              className="inline-flex min-h-touch items-center border-transparent border-b-[3px] font-medium text-ink-muted hover:text-ink aria-[current]:border-accent-text aria-[current]:text-ink"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
