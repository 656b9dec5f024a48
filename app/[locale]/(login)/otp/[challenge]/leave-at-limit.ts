import { redirect } from "next/navigation";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/auth/too-many-requests";

/** Leads to the page that says when to come back. The code page keeps the way back by itself. */
export function leaveAtLimit(challengeId: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, `/otp/${challengeId}`));
    throw error;
  };
}
