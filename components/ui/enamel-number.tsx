import { classNames } from "./class-names";

/** A house-number plate: how the shop counts its things. */
export function EnamelNumber({ value, className }: { value: number; className?: string }) {
  return (
    <span
      className={classNames(
        "plate inline-flex h-8 min-w-10 items-center justify-center rounded-plate px-2 font-bold text-body tabular-nums leading-none",
        className,
      )}
    >
      <span className="sr-only">Number </span>
      {value}
    </span>
  );
}
