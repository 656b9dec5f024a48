import "./zod-in-browsers";
import { zodResolver } from "@hookform/resolvers/zod";
import { registrationSchema } from "@/lib/users/registration-schema";

/** The server's schema as react-hook-form wants it. In a file of its own so that it can be fetched late. */
export function registrationResolver(country: string) {
  return zodResolver(registrationSchema(country));
}
