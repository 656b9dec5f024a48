/** What the middleware answers to what it lets through to no page. A namespace of its own: all of it runs at the edge. */
export const refusals = {
  nothingSent: "Nothing was sent",
  tooLarge: "This is more than the form accepts, so nothing was sent. Shorten what you typed and try again.",
  broken: "This form did not arrive as our pages send it, so nothing was done. Reload the page and try again.",
  toLogin: "Go to the login",
} as const;
