import { type RefObject, useEffect, useRef } from "react";
import { readTypedCode } from "@/lib/typed-text";

/**
 * Sends the form of a field that already holds a whole code when the page's scripts begin to listen: on a slow network
 * people type or paste before that, and nothing would happen. Must stand before whatever fills the field in by script.
 * A code that the browser put back, on a reload or on the way back, was sent before, and would cost one of the tries.
 */
export function useTypedEarly(input: RefObject<HTMLInputElement | null>): void {
  const hasLooked = useRef(false);
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (visit?.type !== "navigate") return;
    if (readTypedCode(input.current?.value ?? "") !== null) input.current?.form?.requestSubmit();
  }, [input]);
}
