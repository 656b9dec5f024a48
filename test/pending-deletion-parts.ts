import { keepAccount } from "@/lib/auth/account/keep-account";
import { makeKeepToken, type UserPendingDeletion } from "@/lib/signed-link/account-links";
import { visitor } from "./login-parts";

/** Presses the button behind the link of the mail about a deletion. False if there was nothing to keep. */
export async function keepByMail(leaving: UserPendingDeletion): Promise<boolean> {
  return await keepAccount(makeKeepToken(leaving), visitor);
}
