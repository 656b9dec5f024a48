/** What a form says that asks the browser for a proof of work, and for how long to wait where it cannot give one. */
export default {
  running: "Checking that you are not a machine. This takes a few seconds.",
  waitSeconds:
    "There were many tries just now. Please wait {seconds, plural, one {# second} other {# seconds}}, then press the button again.",
  waitMinutes:
    "There were many tries just now. Please wait {minutes, plural, one {one minute} other {# minutes}}, then press the button again.",
} as const;
