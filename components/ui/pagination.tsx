import { ArrowLeft, ArrowRight } from "lucide-react";
import { ButtonLink } from "./button-link";

type PaginationProps = { page: number; pageCount: number; hrefOf: (page: number) => string; label?: string };

/** Earlier and later pages of a list. Shows nothing when everything fits on one. */
export function Pagination({ page, pageCount, hrefOf, label = "Pages" }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      {page > 1 ? (
        <ButtonLink href={hrefOf(page - 1)} rel="prev" variant="secondary" size="small" prefetch={false}>
          <ArrowLeft aria-hidden="true" className="size-4" /> Previous
        </ButtonLink>
      ) : (
        <span />
      )}
      <p className="text-fine text-ink-muted tabular-nums">
        Page {page} of {pageCount}
      </p>
      {page < pageCount ? (
        <ButtonLink href={hrefOf(page + 1)} rel="next" variant="secondary" size="small" prefetch={false}>
          Next <ArrowRight aria-hidden="true" className="size-4" />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
