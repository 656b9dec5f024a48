import type { Role } from "@/lib/users/roles";

declare module "next-auth" {
  interface User {
    sid?: string;
    role?: Role;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
    role?: Role;
    checkedAt?: number;
  }
}
