import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A table that scrolls sideways inside its own box on small screens; `label` names that box. */
export function Table({ label, className, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className={classNames("w-full border-collapse text-left", className)} {...rest} />
    </section>
  );
}

export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead className={classNames("border-line border-b text-ink-muted text-fine", className)} {...rest} />;
}

export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return <tbody className={classNames("divide-y divide-line", className)} {...rest} />;
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={classNames("[tbody>&]:hover:bg-sunken", className)} {...rest} />;
}

export function TableHeader({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return <th scope={scope} className={classNames("whitespace-nowrap px-4 py-3 font-semibold", className)} {...rest} />;
}

export function TableCell({ className, ...rest }: ComponentProps<"td">) {
  return <td className={classNames("px-4 py-3 align-middle", className)} {...rest} />;
}
