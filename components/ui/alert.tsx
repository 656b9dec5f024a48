import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "./icon";

const alertStyle = cva("flex items-start gap-3 rounded-plate border-s-4 px-4 py-3.5", {
  variants: {
    tone: {
      info: "border-info bg-info-soft text-info",
      success: "border-success bg-success-soft text-success",
      warning: "border-warning bg-warning-soft text-warning",
      danger: "border-danger bg-danger-soft text-danger",
    },
  },
  defaultVariants: { tone: "info" },
});

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

export type AlertTone = NonNullable<VariantProps<typeof alertStyle>["tone"]>;

/** Silent: FormMessage or PageNotice speak. */
export function Alert({ tone = "info", title, children }: { tone?: AlertTone; title?: string; children?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={alertStyle({ tone })}>
      <Icon className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
    </div>
  );
}
