"use client";

import { useEffect } from "react";
import { guardPersonalData } from "./personal-document";

/** Marks the pages around it as personal. They are not shown again after a logout. */
export function PersonalPages() {
  useEffect(guardPersonalData, []);
  return null;
}
