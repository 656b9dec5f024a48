import { classNames } from "./class-names";

/** A house-number plate: how the shop counts its things. */
export function EnamelNumber({ value, className }: { value: number; className?: string }) {
  return (
    <span className={classNames("house-number", className)}>
      <span className="sr-only">Number </span>
      {value}
    </span>
  );
}
