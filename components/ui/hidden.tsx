import type { ReactNode } from "react";

/** The element `hidden` of sentences: what only screen readers say, such as which of several things a button is for. */
export const hidden = {
  hidden: (chunks: ReactNode) => <span className="sr-only">{chunks}</span>,
};
