import { storable } from "@/lib/typed-text";

/** The field's first value without what PostgreSQL refuses, at most `maxLength` UTF-16 units; "" for a file. */
export function formText(form: FormData, name: string, maxLength = 1_000): string {
  if (!(form instanceof FormData)) return "";
  const value = form.get(name);
  return typeof value === "string" ? storable(value.slice(0, maxLength)) : "";
}
