"use client";

import { useEffect } from "react";
import { guardPersonalData, reloadOnReturn } from "./personal-document";

/** Guards the pages around it after a logout. */
export function PersonalPages() {
  useEffect(guardPersonalData, []);
  return null;
}

export function FreshOnReturn() {
  useEffect(reloadOnReturn, []);
  return null;
}
