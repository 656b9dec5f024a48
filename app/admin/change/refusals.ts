import type { AdminRefusal } from "@/lib/admin/change-as-admin";
import type { TargetRefusal } from "@/lib/admin/change-user";

export type Refusal =
  | AdminRefusal
  | TargetRefusal
  | "DISABLED_ALREADY"
  | "ENABLED_ALREADY"
  | "ROLE_UNCHANGED"
  | "SESSION_GONE"
  | "LIMIT_OPEN";

/** Why a change was not made, as the admin reads it. */
export const refusals: Record<Refusal, string> = {
  NO_PASSKEY: "Nothing was changed: you hold no passkey that works. Add one to your account, then come back.",
  PROOF_NEEDED: "Nothing was changed: confirm with your passkey first. It counts for five minutes.",
  NOT_ADMIN: "Nothing was changed: you are no admin any more.",
  USER_GONE: "Nothing was changed: there is no such user any more.",
  OWN_ACCOUNT: "Nothing was changed: this is your own account. Ask another admin.",
  DISABLED_ALREADY: "Nothing was changed: somebody has disabled this account already.",
  ENABLED_ALREADY: "Nothing was changed: this account is not disabled any more.",
  ROLE_UNCHANGED: "Nothing was changed: the user has this role already.",
  LIMIT_OPEN: "Nothing was changed: this limit refuses and slows nobody any more.",
  SESSION_GONE: "Nothing was changed: this session has ended already.",
};
