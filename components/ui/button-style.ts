import { cva } from "class-variance-authority";

/** Alone, for the error page, which is in the script of every page. */
export const buttonStyle = cva(
  "inline-flex cursor-pointer select-none items-center justify-center gap-2 rounded-plate text-center font-semibold leading-tight no-underline transition-[background-color,color,transform] duration-150 active:translate-y-px disabled:cursor-not-allowed disabled:opacity-60 disabled:active:translate-y-0 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 forced-colors:border",
  {
    variants: {
      variant: {
        primary: "plate enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
        secondary: "plate-bare enabled:hover:bg-accent-soft [a&]:hover:bg-accent-soft",
        quiet: "text-accent-text enabled:hover:bg-accent-soft [a&]:hover:bg-accent-soft",
        inverse:
          "bg-on-accent text-accent shadow-[inset_0_0_0_2px_var(--on-accent),inset_0_0_0_3.5px_var(--accent)] hover:brightness-95",
        danger:
          "bg-danger-fill text-on-accent shadow-[inset_0_0_0_2px_var(--danger-fill),inset_0_0_0_3.5px_rgb(255_255_255/0.85)] enabled:hover:brightness-90",
      },
      size: {
        small: "min-h-touch px-4 py-2 text-fine",
        medium: "min-h-12 px-6 py-3 text-body",
        large: "min-h-14 px-8 py-4 text-lead",
      },
      block: { true: "w-full", false: "" },
    },
    defaultVariants: { variant: "primary", size: "medium", block: false },
  },
);
