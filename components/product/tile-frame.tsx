import Link from "next/link";
import type { ReactNode } from "react";
import { LinkPending } from "@/components/layout/link-pending";
import { ProductArt } from "@/components/product-art/product-art";
import { classNames } from "@/components/ui/class-names";

export type TileFrameProps = {
  href: string;
  name: string;
  tagline: string;
  art: string;
  /** The number, on its plate. */
  plate: ReactNode;
  isFeatured?: boolean;
  isVeiled?: boolean;
  /** The price, or what replaces it. */
  children?: ReactNode;
  className?: string;
};

/** A tile for browsers too, which know no translations: the preview of staff is one. */
export function TileFrame({
  href,
  name,
  tagline,
  art,
  plate,
  isFeatured,
  isVeiled,
  children,
  className,
}: TileFrameProps) {
  return (
    <article className={classNames("group tile", className)}>
      <div className="tile-art">
        <ProductArt art={art} isVeiled={isVeiled} />
        <div className="absolute start-3 top-3 flex">{plate}</div>
      </div>
      <div className="mt-3 grid gap-1">
        <h3 className={isFeatured ? "font-bold text-title" : "font-semibold text-body sm:text-lead"}>
          <Link href={href} prefetch={false} className="tile-link">
            {name}
            <LinkPending className="absolute top-3 end-3 text-accent" />
          </Link>
        </h3>
        <p className={classNames("text-ink-muted", isFeatured ? "max-w-[30rem] text-lead" : "text-fine max-sm:hidden")}>
          {tagline}
        </p>
        {children ? <div className="flex flex-wrap items-baseline gap-x-3 font-semibold">{children}</div> : null}
      </div>
    </article>
  );
}
