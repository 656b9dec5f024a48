"use client";

import { useLoginWatch } from "./use-login-watch";

/** `useLoginWatch` for a page that is made on the server. */
export function LoginWatch() {
  useLoginWatch();
  return null;
}
