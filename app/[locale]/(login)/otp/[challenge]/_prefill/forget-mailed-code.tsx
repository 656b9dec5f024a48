"use client";

import { useMailedCode } from "./mailed-code";

/** Takes a mailed code out of the address of a page that has no use for it. */
export function ForgetMailedCode() {
  useMailedCode();
  return null;
}
