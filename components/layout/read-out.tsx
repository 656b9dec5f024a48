"use client";

import { Fragment, type ReactNode, useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";

/** How long a region has to stand before a screen reader takes what is put into it for news. */
const settlesInMs = 150;

/**
 * A region that is read out when words come into it, if it is there before them: so it is in the page also while it is
 * empty. Words that come together with it are put in once more: Next makes a page anew for another address, also where
 * only its parameters are others, and announces no more than its title.
 */
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
