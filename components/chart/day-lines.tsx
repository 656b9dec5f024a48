import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { formatTag } from "@/lib/i18n/locales";
import { getLocale } from "@/lib/i18n/page-translations";

export type DayLine = { name: string; values: number[] };

const width = 640;
const height = 240;
const margin = { top: 14, right: 14, bottom: 30, left: 58 };

// By stroke and dash as well as colour.
const strokes = [
  { className: "stroke-accent-text", dash: undefined, width: 3 },
  { className: "stroke-ink-muted", dash: "7 5", width: 2.5 },
  { className: "stroke-danger", dash: "2 4", width: 2.5 },
] as const;

// In drawing units; a phone halves them.
const labelStyle = "fill-ink-muted text-[22px] sm:text-[14px]";

/** Up to three lines over UTC days, left to right in every language; `label` describes them. */
export async function DayLines({ label, days, lines }: { label: string; days: Date[]; lines: DayLine[] }) {
  const tag = formatTag(await getLocale());
  const shortDate = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" });
  const wholeNumber = new Intl.NumberFormat(tag);
  const x = scalePoint<number>([...days.keys()], [margin.left, width - margin.right]);
  const most = Math.max(4, ...lines.flatMap(({ values }) => values));
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice(4);
  const path = line<number>(
    (_, index) => x(index) ?? 0,
    (value) => y(value),
  );
  const every = Math.ceil(days.length / 5);
  return (
    <figure className="grid gap-3">
      {/* Text anchors follow the direction. */}
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} direction="ltr" className="w-full">
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x1={margin.left} x2={width - margin.right} className="stroke-line" />
            <text x={margin.left - 8} dy="0.32em" textAnchor="end" className={labelStyle}>
              {wholeNumber.format(tick)}
            </text>
          </g>
        ))}
        {days.map((day, index) =>
          (days.length - 1 - index) % every === 0 ? (
            <text
              key={day.getTime()}
              x={x(index)}
              y={height - 8}
              textAnchor={index === days.length - 1 ? "end" : "middle"}
              className={labelStyle}
            >
              {isolated(shortDate.format(day))}
            </text>
          ) : null,
        )}
        {lines.map(({ name, values }, index) => (
          <path
            key={name}
            d={path(values) ?? undefined}
            fill="none"
            className={strokes[index]?.className}
            strokeDasharray={strokes[index]?.dash}
            strokeWidth={strokes[index]?.width}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-6 gap-y-1 text-fine">
        {lines.map(({ name }, index) => (
          <span key={name} className="inline-flex items-center gap-2">
            <svg viewBox="0 0 28 6" aria-hidden="true" className="w-7">
              <path
                d="M1 3 H27"
                className={strokes[index]?.className}
                strokeDasharray={strokes[index]?.dash}
                strokeWidth={strokes[index]?.width}
              />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Unicode TR 9, first strong isolate. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
