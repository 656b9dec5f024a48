export const orderStates = ["PLACED", "ACCEPTED", "SENT", "CANCELLED"] as const;

export type OrderState = (typeof orderStates)[number];

export const orderTones = {
  PLACED: "warning",
  ACCEPTED: "info",
  SENT: "success",
  CANCELLED: "neutral",
  UNPAID: "danger",
} as const satisfies Record<OrderState | "UNPAID", string>;
