const minuteMs = 60_000;

/** What a person reads at a limit: how long to wait, and until when by the clock (UTC, since nobody told us theirs). */
export function retrySentence(retryAt: Date, now: Date): string {
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / minuteMs));
  const hours = Math.round(minutes / 60);
  const wait = minutes < 120 ? `${minutes} ${minutes === 1 ? "minute" : "minutes"}` : `${hours} hours`;
  const clock = new Date(Math.ceil(retryAt.getTime() / minuteMs) * minuteMs).toISOString().slice(11, 16);
  return `There were too many tries, so this is closed for a while. Try again in ${wait}, after ${clock} UTC.`;
}
