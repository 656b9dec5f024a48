import type { ReactNode } from "react";

/** For screen readers only. */
export const hidden = {
  hidden: (chunks: ReactNode) => <span className="sr-only">{chunks}</span>,
};

/** Isolates text in right-to-left sentences (HTML 4.5.24). */
export const isolated = {
  bdi: (chunks: ReactNode) => <bdi>{chunks}</bdi>,
  ltr: (chunks: ReactNode) => <bdi dir="ltr">{chunks}</bdi>,
};
