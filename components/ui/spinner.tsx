import { classNames } from "./class-names";
import { LoaderCircle } from "./icon";

/** Decorative. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle className={classNames("size-5 shrink-0 animate-spin", className)} />;
}
