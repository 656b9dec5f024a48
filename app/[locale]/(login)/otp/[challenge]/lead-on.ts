import { redirect } from "next/navigation";
import type { CompletedLogin } from "@/lib/auth/login/complete-login";
import { defaultDestination, pathWith } from "@/lib/http/safe-redirect";

/** Leads a visitor who is logged in now to where they wanted to go. */
export function leadOn(login: CompletedLogin, next: string | null): never {
  if (login.outcome === "HAD_ACCOUNT") redirect(pathWith("/account", { notice: "HAD_ACCOUNT", next }));
  redirect(next ?? defaultDestination);
}
