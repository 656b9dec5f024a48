import type { ComponentProps, ReactNode } from "react";

/** A tick box with its label to the right; the whole line is the target. */
export function CheckboxField({ label, ...rest }: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className="flex min-h-touch cursor-pointer items-center gap-3">
      <input type="checkbox" className="size-5 shrink-0 cursor-pointer accent-accent" {...rest} />
      <span>{label}</span>
    </label>
  );
}
