import { z } from "zod";
import { canonicalEmail } from "@/lib/identifier";
import { canonical } from "./canonical-field";

/** The one field of a login. Parsing gives the canonical email. */
export const loginSchema = z.object({
  email: canonical(canonicalEmail, {
    empty: "Enter your email address.",
    bad: "This does not look like an email address. Example: name@example.com",
  }),
});
