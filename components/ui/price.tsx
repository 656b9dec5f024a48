import { classNames } from "./class-names";

const euros = new Intl.NumberFormat("en-IE", { style: "currency", currency: "EUR" });
const wholeEuros = new Intl.NumberFormat("en-IE", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });

/** An amount of money. `was` adds the struck-out public price. */
export function Price({ cents, was, className }: { cents: number; was?: number; className?: string }) {
  return (
    <span className={classNames("price", className)}>
      {was === undefined || was === cents ? null : (
        <s>
          <span className="sr-only">Public price </span>
          {inEuros(was)}
        </s>
      )}
      <span>
        {was === undefined || was === cents ? null : <span className="sr-only">Member price </span>}
        {inEuros(cents)}
      </span>
    </span>
  );
}

function inEuros(cents: number): string {
  return (cents % 100 === 0 ? wholeEuros : euros).format(cents / 100);
}
