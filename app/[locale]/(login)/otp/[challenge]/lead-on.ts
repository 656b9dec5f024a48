import { redirect } from "next/navigation";
import type { FinishedLogin } from "@/lib/auth/login/finish-challenge";
import { pathWith } from "@/lib/http/path-with";
import { defaultDestination } from "@/lib/http/safe-redirect";

/** Leads a visitor who is logged in now to where they wanted to go. */
export function leadOn(login: FinishedLogin, next: string | null): never {
  if (login.outcome === "HAD_ACCOUNT") redirect(pathWith("/account", { notice: "HAD_ACCOUNT", next }));
  redirect(next ?? defaultDestination);
}
