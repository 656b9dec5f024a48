import { formText } from "@/lib/auth/form-text";
import type { ChangeState } from "./change-state";

/** The reason that an admin gives for a change, or what the form shows if there is none. */
export function readReason(form: FormData): { reason: string } | { state: ChangeState } {
  const reason = formText(form, "reason", 200).trim();
  if (reason !== "") return { reason };
  return { state: { values: { reason }, errors: { reason: "Say why. Other admins will want to know." } } };
}
