import type { Words } from "@/lib/i18n/translator";

/** `mark` tells one member from another, by whatever name: lib/auth/session/session-store.ts */
export type HeaderUser = { mark: string; username: string; role: "CUSTOMER" | "STAFF" | "ADMIN" };

/** What /api/me answers. */
export type WhoIsHere = { user: HeaderUser | null; offerWords?: Words<"passkeyOffer"> };

/*
 * A browser may keep a whole document and show it again after a logout. Next keeps the earlier pages of a document in
 * memory too. `no-store` covers neither: the document may have begun at the storefront, which is cacheable.
 * docs/decisions/personal-pages-after-a-logout.md
 */

/** How long a kept page stays hidden without an answer, in milliseconds. Then it is loaded again. */
const answerWithinMs = 4_000;
/** When a kept page asks for the second time, in milliseconds after the first answer. */
const askAgainAfterMs = 1_000;

let isPersonal = false;
/** The mark of the member whom the header of this document named first. */
let member: string | undefined;

/** One request for all who hear the same `pageshow`. A request from before it may tell who was here then. */
const returns = new WeakMap<Event, Promise<WhoIsHere>>();

/**
 * Asks who is logged in here. Throws if the shop does not answer, or does not know. `isPatient` asks once more then: the
 * shop does not know while a proof gives the session a new token.
 */
export async function askWhoIsHere(signal?: AbortSignal, isPatient = false): Promise<WhoIsHere> {
  const response = await fetch("/api/me", { signal, cache: "no-store" });
  if (response.status === 503 && isPatient) {
    await new Promise((resolve) => setTimeout(resolve, askAgainAfterMs));
    return await askWhoIsHere(signal);
  }
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`);
  return await response.json();
}

/** Asks who is logged in when the browser shows a kept page again. Throws like `askWhoIsHere`, after 4 s at the latest. */
export function askOnReturn(event: PageTransitionEvent): Promise<WhoIsHere> {
  const answer = returns.get(event) ?? askWhoIsHere(AbortSignal.timeout(answerWithinMs), true);
  returns.set(event, answer);
  return answer;
}

/**
 * Call this when the document shows personal data. From then on it is hidden whenever it is left, and it shows itself
 * again only to the same member. Otherwise it is loaded again, and the server decides.
 */
export function guardPersonalData(): void {
  if (isPersonal) return;
  isPersonal = true;
  window.addEventListener("pagehide", () => hide(true));
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    // The header hears the same answer, and may name its first member by it.
    const shownTo = member;
    askOnReturn(event)
      .then(({ user }) => (user !== null && user.mark === shownTo ? hide(false) : leave()))
      .catch(leave);
  });
  // The logout may have happened in another tab.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    askWhoIsHere()
      .then(({ user }) => {
        if (user === null || (member !== undefined && user.mark !== member)) leave();
      })
      // If the shop does not answer, the next look asks again.
      .catch(() => {});
  });
}

/** Call this with the person whom the header names. Leaves the document if it has named somebody else before. */
export function noteWhoIsHere(user: WhoIsHere["user"]): void {
  if (member !== undefined && user?.mark !== member) leave();
  else if (user !== null) {
    member = user.mark;
    guardPersonalData();
  }
}

/** Call this on a page for visitors. Leaves the document if it has shown somebody's data. */
export function leavePersonalData(): void {
  if (isPersonal) leave();
}

function hide(isHidden: boolean): void {
  document.documentElement.toggleAttribute("data-left", isHidden);
}

function leave(): void {
  hide(true);
  window.location.reload();
}
