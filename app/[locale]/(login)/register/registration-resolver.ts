import "./zod-in-browsers";
import { zodResolver } from "@hookform/resolvers/zod";
import { registrationSchema } from "@/lib/users/registration-schema";

/** A file of its own, to load late. */
export function registrationResolver(country: string) {
  return zodResolver(registrationSchema(country));
}
