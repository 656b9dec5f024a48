import type { ReactNode } from "react";

/* Static pages hold both; AccountMenu's mark chooses. No protection. */

export function ForVisitors({ children }: { children: ReactNode }) {
  return <span className="contents in-data-member:hidden">{children}</span>;
}

export function ForMembers({ children }: { children: ReactNode }) {
  return <span className="hidden in-data-member:contents">{children}</span>;
}
