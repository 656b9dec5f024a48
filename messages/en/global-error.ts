/** The last resort. In all languages in every page's scripts, so it stays this short. */
export const globalError = {
  heading: "The shop is down for a moment.",
  lead: "Something went wrong on our side, and this page could not be shown. Reload it in a minute.",
  reload: "Go to the storefront",
} as const;
