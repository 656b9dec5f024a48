"use client";

import { useEffect } from "react";
import { takeMailedCode } from "./mailed-code";

/** Takes a mailed code out of the address of a page that has no use for it. */
export function ForgetMailedCode() {
  useEffect(() => {
    takeMailedCode();
  }, []);
  return null;
}
