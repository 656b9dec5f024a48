import type { Words } from "@/lib/i18n/translator";

/** `mark`: see lib/auth/session/session-store.ts. */
export type HeaderUser = { mark: string; username: string; role: "CUSTOMER" | "STAFF" | "ADMIN" };

/** What /api/me answers. `bag`: its pieces, if there are any. */
export type WhoIsHere = { user: HeaderUser | null; bag?: number; offerWords?: Words<"passkeyOffer"> };

/* Browsers and Next keep pages after a logout, even with `no-store`
 * (docs/decisions/personal-pages-after-a-logout.md). */

/** Then a kept page reloads. In ms. */
const answerWithinMs = 4_000;
/** In ms. */
const askAgainAfterMs = 1_000;

let isPersonal = false;
/** The member named first. */
let member: string | undefined;

/** One request per `pageshow`; an older one may be outdated. */
const returns = new WeakMap<Event, Promise<WhoIsHere>>();

/** Who is logged in. Throws if the shop does not know; `isPatient` asks once more, for a rotating token. */
export async function askWhoIsHere(signal?: AbortSignal, isPatient = false): Promise<WhoIsHere> {
  const response = await fetch("/api/me", { signal, cache: "no-store" });
  if (response.status === 503 && isPatient) {
    await new Promise((resolve) => setTimeout(resolve, askAgainAfterMs));
    return await askWhoIsHere(signal);
  }
  if (!response.ok) throw new Error(`/api/me answered ${response.status}`);
  return await response.json();
}

/** For kept pages. Throws like `askWhoIsHere`, after 4 s at the latest. */
export function askOnReturn(event: PageTransitionEvent): Promise<WhoIsHere> {
  const answer = returns.get(event) ?? askWhoIsHere(AbortSignal.timeout(answerWithinMs), true);
  returns.set(event, answer);
  return answer;
}

/** Hides a personal document when left; only the same member sees it again. */
export function guardPersonalData(): void {
  if (isPersonal) return;
  isPersonal = true;
  window.addEventListener("pagehide", () => {
    hide(true);
    listenForLogout(false);
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    listenForLogout(true);
    // The header may name its first member by this answer.
    const shownTo = member;
    askOnReturn(event)
      .then(({ user }) => (user !== null && user.mark === shownTo ? hide(false) : leave()))
      .catch(leave);
  });
  // A logout in another tab, which tells the others at once (ASVS 14.3.1); this one may be in no state to hear it.
  listenForLogout(true);
  document.addEventListener("visibilitychange", () => document.hidden || lookForLogout());
}

function lookForLogout(): void {
  askWhoIsHere()
    .then(({ user }) => {
      if (user === null || (member !== undefined && user.mark !== member)) leave();
    })
    .catch(() => {});
}

const logoutChannel = "logout";

let channel: BroadcastChannel | undefined;

/** Not while the document is left: some browsers would not keep it. */
function listenForLogout(isShown: boolean): void {
  channel?.close();
  channel = isShown ? new BroadcastChannel(logoutChannel) : undefined;
  if (channel) channel.onmessage = lookForLogout;
}

/** Says to the browser's other tabs that nobody may be logged in; those with personal data ask the server. */
export function tellOtherTabs(): void {
  const others = new BroadcastChannel(logoutChannel);
  others.postMessage(null);
  others.close();
}

/** A guest's document that a browser kept is made again: what it shows may be of before a login and a logout. */
export function reloadOnReturn(): void {
  // Named, so a browser adds each once, however often pages follow each other.
  window.addEventListener("pagehide", hideLeft);
  window.addEventListener("pageshow", reloadKept);
}

const hideLeft = () => hide(true);
const reloadKept = (event: PageTransitionEvent) => event.persisted && leave();

/** Leaves the document if the person has changed. */
export function noteWhoIsHere(user: WhoIsHere["user"]): void {
  if (member !== undefined && user?.mark !== member) leave();
  else if (user !== null) {
    member = user.mark;
    guardPersonalData();
  }
}

/** Leaves the document if it has shown personal data. */
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
