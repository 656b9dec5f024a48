/** What is said to screen readers while the next page is on the way. */
export default {
  underWay: "Loading the page.",
} as const;
