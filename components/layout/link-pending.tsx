"use client";

import { useLinkStatus } from "next/link";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";

/** Shown late, so that quick pages do not flicker. */
export function LinkPending({ className }: { className?: string }) {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "transition-opacity delay-150 duration-150",
        pending ? "opacity-100" : "opacity-0",
        className,
      )}
    >
      {pending ? <Spinner /> : null}
    </span>
  );
}
