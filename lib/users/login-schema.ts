import { z } from "zod";
import { canonicalEmail } from "@/lib/identifier";
import { canonical } from "./canonical-field";

/** The one field of a login. Parsing gives the canonical email, or a `FieldFault` as the message. */
export const loginSchema = z.object({
  email: canonical(canonicalEmail, { empty: "EMAIL_EMPTY", malformed: "EMAIL_MALFORMED" }),
});
