/** A challenge lives for five minutes; an offer that stands is renewed before that. */
const outdatedAfterMs = 4 * 60_000;

/** A timer does not count the time that a computer sleeps, so the clock is looked at. */
const lookEveryMs = 10_000;

/** Nobody logs in and out again in another tab sooner; that takes this browser's key away, and the challenge with it. */
const goodUnseenMs = 10_000;

/** What holds the passkeys may have covered the page: the answer that it comes back with goes before. */
const answerFirstMs = 1_000;

/**
 * Calls `renew` when an offer that was made now has become too old, by the clock, or when the page comes back into view
 * and another tab may have used the offer's challenge up. Calls again at the next look while the offer stands, for a
 * computer that wakes up has no network yet. A page that nobody looks at asks for nothing. Gives what ends that.
 */
export function renewInTime(renew: () => void): () => void {
  const madeAt = Date.now();
  const renewFrom = (ageMs: number) => {
    if (!document.hidden && Date.now() - madeAt >= ageMs) renew();
  };
  const look = setInterval(() => renewFrom(outdatedAfterMs), lookEveryMs);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const comeBack = () => {
    clearTimeout(pause);
    pause = setTimeout(() => renewFrom(goodUnseenMs), answerFirstMs);
  };
  const over = new AbortController();
  document.addEventListener("visibilitychange", comeBack, over);
  window.addEventListener("pageshow", comeBack, over);
  return () => {
    over.abort();
    clearInterval(look);
    clearTimeout(pause);
  };
}
