import type { ReactNode } from "react";

/** The element `hidden` of sentences: what only screen readers say, such as which of several things a button is for. */
export const hidden = {
  hidden: (chunks: ReactNode) => <span className="sr-only">{chunks}</span>,
};

/**
 * The elements `bdi` (names, reasons) and `ltr` (addresses, numbers, ids) of sentences: what stands in them turns nothing
 * around in a right-to-left sentence, nor is turned around itself (HTML, section 4.5.24).
 */
export const isolated = {
  bdi: (chunks: ReactNode) => <bdi>{chunks}</bdi>,
  ltr: (chunks: ReactNode) => <bdi dir="ltr">{chunks}</bdi>,
};
