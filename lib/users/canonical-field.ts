import { z } from "zod";
import type { FieldFault } from "./field-faults";

/** Turns typed text into its canonical form, or adds the fault: that there is none, or that it is no such thing. */
export function canonical(
  toCanonical: (input: string) => string | null,
  faults: { empty: FieldFault; malformed: FieldFault },
) {
  return z.string({ error: faults.empty }).transform((input, context) => {
    const value = input.trim() === "" ? null : toCanonical(input);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: input.trim() === "" ? faults.empty : faults.malformed });
    return z.NEVER;
  });
}
