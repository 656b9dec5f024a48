import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** Wraps what `wrappingCell` allows, then scrolls inside its box; `label` names the box. */
export function Table({ label, className, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table
        className={classNames("w-full border-separate border-spacing-0 text-start text-fine", className)}
        {...rest}
      />
    </section>
  );
}

export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead className={classNames("align-bottom text-ink-muted [&_th]:whitespace-normal", className)} {...rest} />;
}

export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return (
    <tbody
      className={classNames(
        "[&>tr:first-child>*]:border-t [&>tr:not(:last-child)>*]:border-b [&>tr>*]:border-line",
        className,
      )}
      {...rest}
    />
  );
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={classNames("group/row", className)} {...rest} />;
}

export function TableHeader({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      className={classNames(
        "whitespace-nowrap bg-surface px-3 py-3 font-semibold first:ps-4 last:pe-4 first:sticky first:start-0 first:z-10 max-sm:first:border-e max-sm:first:border-e-line max-sm:first:whitespace-normal max-sm:first:min-w-32 max-sm:first:break-words [tbody_&]:group-hover/row:bg-canvas",
        className,
      )}
      {...rest}
    />
  );
}

export function TableCell({ className, ...rest }: ComponentProps<"td">) {
  return (
    <td
      className={classNames(
        "whitespace-nowrap bg-surface px-3 py-3 align-middle first:ps-4 last:pe-4 first:sticky first:start-0 first:z-10 group-hover/row:bg-canvas",
        className,
      )}
      {...rest}
    />
  );
}

/** For cells with sentences, names and addresses of any length. */
export const wrappingCell = "whitespace-normal! [overflow-wrap:anywhere]";
