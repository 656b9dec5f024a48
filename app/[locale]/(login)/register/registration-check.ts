import "./zod-in-browsers";
import { zodResolver } from "@hookform/resolvers/zod";
import { createFormControl } from "react-hook-form";
import { personFieldNames } from "@/lib/users/person-fields";
import { type Registration, registrationSchema } from "@/lib/users/registration-schema";

/** A file of its own, to load late: it brings React Hook Form, Zod and the phone numbering plans. */
export function checkRegistration(country: string, form: HTMLFormElement) {
  const resolve = zodResolver(registrationSchema(country));
  const check = createFormControl<Registration>({
    mode: "onTouched",
    // Autofill may change fields without an event.
    resolver: (remembered, context, options) =>
      resolve({ ...remembered, ...Object.fromEntries(new FormData(form)) }, context, options),
  });
  for (const name of personFieldNames) check.register(name).ref(form.elements.namedItem(name));
  return check;
}

export type RegistrationCheck = ReturnType<typeof checkRegistration>;
