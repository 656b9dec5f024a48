import { scaleLinear } from "d3-scale";
import { classNames } from "@/components/ui/class-names";

const width = 400;
const height = 14;

type MeterProps = {
  label: string;
  value: number;
  max: number;
  /** Where something starts to change. */
  mark?: number;
  text: string;
  tone?: "plain" | "warning" | "danger";
};

const fills = { plain: "fill-accent-text", warning: "fill-warning", danger: "fill-danger" };

/** `text` must also stand beside it. */
export function Meter({ label, value, max, mark, text, tone = "plain" }: MeterProps) {
  const x = scaleLinear([0, Math.max(max, 1)], [0, width]).clamp(true);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element takes no mark, and each browser draws it otherwise
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-3.5 w-full rounded-plate border border-line-strong rtl:-scale-x-100"
      >
        <rect width={width} height={height} className="fill-sunken" />
        <rect width={x(value)} height={height} className={classNames(fills[tone])} />
        {mark === undefined ? null : (
          <line
            x1={x(mark)}
            x2={x(mark)}
            y2={height}
            className="stroke-ink"
            vectorEffect="non-scaling-stroke"
            strokeWidth={2}
          />
        )}
      </svg>
    </div>
  );
}
