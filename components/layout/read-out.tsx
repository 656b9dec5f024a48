"use client";

import { Fragment, type ReactNode, useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";

/** Screen readers need an older region to read new words. */
const settlesInMs = 150;

/** A live region; inserts words again that come with it, since Next announces titles only. */
export function ReadOut({ className, children }: { className?: string; children: ReactNode }) {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), settlesInMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className={classNames(className, "empty:sr-only")}>
      <Fragment key={String(isSettled)}>{children}</Fragment>
    </div>
  );
}
