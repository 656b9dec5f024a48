/** What a page shows in the browser when it could not be made. */
export default {
  heading: "This page could not be made.",
  lead: "Something failed on our side, not yours. Nothing you typed was sent twice. Try again in a moment; if it keeps failing, come back later.",
  retry: "Try again",
  outdatedHeading: "This page is from before an update.",
  outdatedLead: "The shop was updated while you had it open. Nothing was sent. Load it again and fill it in once more.",
  unreachedHeading: "The shop could not be reached.",
  unreachedLead:
    "Your connection may have dropped. Load this page again when it is back, and look whether what you sent has arrived before you send it once more.",
  reload: "Load it again",
  toStorefront: "To the storefront",
  number: "If you write to us, mention number {digest}.",
} as const;
