import type { HeaderUser } from "./account-menu";

/*
 * A browser may keep a whole document and show it again after a logout. Next keeps the earlier pages of a document in
 * memory too. `no-store` covers neither: the document may have begun at the storefront, which is cacheable.
 * docs/decisions/personal-pages-after-a-logout.md
 */

let isPersonal = false;
/** Whom the header of this document has named. */
let member: string | undefined;

/** Asks who is logged in here. Throws if the shop does not answer. */
export async function askWhoIsHere<Answer extends { user: HeaderUser | null }>(signal?: AbortSignal): Promise<Answer> {
  const response = await fetch("/api/me", { signal, cache: "no-store" });
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`);
  return await response.json();
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
    askWhoIsHere()
      .then(({ user }) => (user !== null && user.username === member ? hide(false) : leave()))
      .catch(leave);
  });
  // The logout may have happened in another tab.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    askWhoIsHere()
      .then(({ user }) => {
        if (user === null || (member !== undefined && user.username !== member)) leave();
      })
      // If the shop does not answer, the next look asks again.
      .catch(() => {});
  });
}

/** Call this with the person whom the header names. Leaves the document if it has named somebody who is gone. */
export function noteWhoIsHere(user: HeaderUser | null): void {
  if (user !== null) {
    member = user.username;
    guardPersonalData();
  } else if (member !== undefined) leave();
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
