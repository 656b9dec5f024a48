/** What a user may do: CUSTOMER shops, STAFF reads the dashboard, ADMIN changes what it shows. */
export const roles = ["CUSTOMER", "STAFF", "ADMIN"] as const;

export type Role = (typeof roles)[number];

/** Whether a role may see the dashboard. */
export function canReadDashboard(role: Role): boolean {
  return role === "STAFF" || role === "ADMIN";
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value);
}
