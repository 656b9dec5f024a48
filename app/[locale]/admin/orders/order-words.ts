export const orderStates = ["PLACED", "ACCEPTED", "SENT", "CANCELLED"] as const;

export type OrderState = (typeof orderStates)[number];

export const orderTones = {
  PLACED: "warning",
  ACCEPTED: "info",
  SENT: "success",
  CANCELLED: "neutral",
} as const satisfies Record<OrderState, string>;

/** In the language of the reader; the code itself where the browser's tables do not know it. */
export function countryName(code: string, languageTag: string): string {
  try {
    return new Intl.DisplayNames(languageTag, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
