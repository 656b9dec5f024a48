/**
 * Takes the code that a mailed link carries behind its `#` out of the address bar, so that it stays neither in the
 * history nor in what people copy. Gives it if it is one; anything else that starts with a digit is dropped, and other
 * fragments are left alone.
 */
export function takeMailedCode(): string | null {
  const { hash, pathname, search } = window.location;
  if (!/^#\d/.test(hash)) return null;
  const clean = pathname + search;
  window.history.replaceState(window.history.state, "", clean);
  // Once more when Next listens, or its router would put the address of the first load back at the next refresh.
  setTimeout(() => {
    if (window.location.pathname + window.location.search === clean) window.history.replaceState(null, "", clean);
  });
  return /^#\d{6}$/.test(hash) ? hash.slice(1) : null;
}
