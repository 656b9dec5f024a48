import type { ReactNode } from "react";

/*
 * Static pages are the same for everybody. AccountMenu marks the document once it knows that a member is here, and
 * these two follow the mark. They choose what to offer, never what may be seen: both are in the page.
 */

/** Offered to whoever is not known to be logged in. */
export function ForVisitors({ children }: { children: ReactNode }) {
  return <span className="contents in-data-member:hidden">{children}</span>;
}

/** Offered to members, once they are known to be. */
export function ForMembers({ children }: { children: ReactNode }) {
  return <span className="hidden in-data-member:contents">{children}</span>;
}
