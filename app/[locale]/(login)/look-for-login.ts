/** Loads the page anew if somebody is logged in. */
export async function lookForLogin(): Promise<void> {
  const answer = await fetch("/api/me", { cache: "no-store" });
  if (answer.ok && (await answer.json()).user !== null) window.location.reload();
}
