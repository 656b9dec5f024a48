import { classNames } from "./class-names";

/** The place of something that is still loading; its size comes from `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames("animate-breathe rounded-plate bg-line", className)} />;
}
