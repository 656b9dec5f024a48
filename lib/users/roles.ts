export const roles = ["CUSTOMER", "STAFF", "ADMIN"] as const;

export type Role = (typeof roles)[number];

export function canReadDashboard(role: Role): boolean {
  return role === "STAFF" || role === "ADMIN";
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
