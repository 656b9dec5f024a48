import { redirect } from "next/navigation";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { isServiceUnavailable } from "./service-unavailable";
import { TooManyRequests, tooManyRequestsPath } from "./too-many-requests";

export type FormActionOptions<State> = {
  /** The page with the form, which the page about a reached limit leads back to. */
  back: Parameters<typeof tooManyRequestsPath>[1];
  /** Where a login leads afterwards. */
  next?: string | null;
  /** What the form shows when the shop is down, with the sentence that says so. Without it the 503 page is shown. */
  onOutage?: (sentence: string) => State;
};

/**
 * Runs the body of a server action. A reached limit leads to the page that answers 429, an outage of the database or of
 * the store of limits to `onOutage` or the 503 page. Redirects and all other errors pass through.
 */
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

/** Counts the attempts of a form. `previous` is the form's last state, which a visitor can set to anything. */
export function countAttempt(previous: { attempt?: unknown } | null | undefined): number {
  return Number.isSafeInteger(previous?.attempt) ? Number(previous?.attempt) + 1 : 1;
}
