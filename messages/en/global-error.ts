/** The last resort. In all languages in every page's scripts, so it stays this short. */
export const globalError = {
  heading: "The shop is closed for a moment.",
  lead: "Something failed on our side and we could not even draw the page. Load it again in a minute.",
  reload: "Load the storefront",
} as const;
