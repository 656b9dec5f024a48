import { z } from "zod";

/** How long the name of a passkey may be, in characters. */
const longestPasskeyName = 60;

/** What its owner calls a passkey. Shown to nobody else but staff; line breaks and other controls are no part of a name. */
export const passkeyNameSchema = z
  .string()
  .max(4 * longestPasskeyName)
  .transform((typed) => typed.normalize("NFKC").replace(/\p{C}/gu, "").trim())
  .pipe(z.string().min(1).max(longestPasskeyName));
