import { z } from "zod";

/** Turns typed text into its canonical form, or adds the sentence that says what is wrong. */
export function canonical(toCanonical: (input: string) => string | null, messages: { empty: string; bad: string }) {
  return z.string({ error: messages.empty }).transform((input, context) => {
    const value = input.trim() === "" ? null : toCanonical(input);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: input.trim() === "" ? messages.empty : messages.bad });
    return z.NEVER;
  });
}
