import { env } from "@/lib/env";

/** The country whose national phone numbers are understood without a country code, and its name in English. */
export function defaultPhoneCountry(): { code: string; name: string } {
  const code = env().DEFAULT_PHONE_COUNTRY;
  return { code, name: new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code };
}
