/** What the middleware answers to what it lets through to no page. A namespace of its own: all of it runs at the edge. */
export const refusals = {
  nothingSent: "Nothing was sent",
  tooLarge: "This is more than the form takes, so nothing was sent. Shorten what you typed and try again.",
  broken:
    "This form did not arrive as our pages send it, so nothing was done. Load the page again and fill it in anew.",
  toLogin: "Go to the login",
} as const;
