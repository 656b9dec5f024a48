"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A provider may take 5 s to fail, after this page was shown. */
const lookAgainAfterMs = 7_000;

/** Asks the server once more whether codes are late; what was typed stays. */
export function LateCodesWatch() {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), lookAgainAfterMs);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
