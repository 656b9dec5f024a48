import { LoaderCircle } from "lucide-react";
import { classNames } from "./class-names";

/** Decorative. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden="true" className={classNames("size-5 shrink-0 animate-spin", className)} />;
}
