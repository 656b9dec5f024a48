"use client";

import { type ReactNode, useRef } from "react";

/** How long another press is taken for a part of the first, in milliseconds: on a slow line nothing moves for a while. */
const onePressMs = 30_000;

/**
 * The button of a file that one press uses a proof up for. Another press would break the first request off, and be told
 * that there is no proof any more. Without JavaScript it is a plain form.
 */
export function DownloadForm({ children }: { children: ReactNode }) {
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  return (
    <form
      action="/account/data/file"
      method="post"
      onSubmit={(event) => {
        if (event.timeStamp - pressedAt.current < onePressMs) event.preventDefault();
        else pressedAt.current = event.timeStamp;
      }}
    >
      {children}
    </form>
  );
}
