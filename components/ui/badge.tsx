import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const badgeStyle = cva(
  "inline-flex items-center gap-1 whitespace-nowrap rounded-plate px-2 py-0.5 font-semibold text-fine",
  {
    variants: {
      tone: {
        neutral: "bg-sunken text-ink",
        accent: "bg-accent text-on-accent",
        info: "bg-info-soft text-info",
        success: "bg-success-soft text-success",
        warning: "bg-warning-soft text-warning",
        danger: "bg-danger-soft text-danger",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & VariantProps<typeof badgeStyle>) {
  return <span className={badgeStyle({ tone, className })} {...rest} />;
}
