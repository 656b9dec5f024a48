import { redirect } from "next/navigation";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { isServiceUnavailable } from "./service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "./too-many-requests";

export type FormActionOptions<State> = {
  back: Parameters<typeof tooManyRequestsPath>[1];
  next?: string | null;
  /** The state to show in an outage; without it the 503 page is shown. */
  onOutage?: (sentence: string) => State;
};

/** Runs a server action: a reached limit leads to the 429 page, an outage to `onOutage` or 503. Rethrows the rest. */
export async function formAction<State>(
  { back, next = null, onOutage }: FormActionOptions<State>,
  run: () => Promise<State>,
): Promise<State> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, back, next));
    if (!isServiceUnavailable(error)) throw error;
    if (onOutage === undefined) redirect("/unavailable");
    return onOutage((await requestTranslations("feedback"))("SHOP_UNAVAILABLE"));
  }
}

/** `previous` comes from the visitor and can be anything. */
export function countAttempt(previous: { attempt?: unknown } | null | undefined): number {
  return Number.isSafeInteger(previous?.attempt) ? Number(previous?.attempt) + 1 : 1;
}
