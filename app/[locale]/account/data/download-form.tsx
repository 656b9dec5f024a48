"use client";

import { type ReactNode, useRef } from "react";

/** In ms; on a slow line nothing moves for a while. */
const onePressMs = 30_000;

/** Blocks a second press, which would break off the first and find its re-authentication spent. */
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
