import { cva, type VariantProps } from "class-variance-authority";

/** What inputs, selects and text areas share. */
export const controlStyle = cva(
  "block w-full rounded-plate border border-line-strong bg-surface text-ink placeholder:text-ink-muted focus-visible:border-accent-text focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted read-only:bg-sunken aria-invalid:border-2 aria-invalid:border-danger",
  {
    variants: {
      look: {
        text: "min-h-12 px-3.5 py-2.5 text-body rtl:[&[dir=ltr]]:text-end",
        code: "min-h-16 px-3.5 py-3 text-center font-semibold text-[1.75rem] leading-8 tracking-[0.3em] tabular-nums",
      },
    },
    defaultVariants: { look: "text" },
  },
);

export type ControlStyle = VariantProps<typeof controlStyle>;
