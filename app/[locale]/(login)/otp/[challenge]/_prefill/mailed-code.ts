import { useEffect } from "react";
import { readTypedCode } from "@/lib/typed-text";

/**
 * Takes the code that a mailed link carries behind its `#` out of the address bar, when the page opens and when the link
 * is opened in it again, so that the code stays neither in the history nor in what people copy. `onCode` gets it if it
 * is one; must not change from render to render. What else starts with a digit is dropped, other fragments are left.
 */
export function useMailedCode(onCode?: (code: string) => void): void {
  useEffect(() => {
    const take = () => {
      const code = takeMailedCode();
      if (code !== null) onCode?.(code);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [onCode]);
}

function takeMailedCode(): string | null {
  const { hash, pathname, search } = window.location;
  if (!/^#\d/.test(hash)) return null;
  const clean = pathname + search;
  window.history.replaceState(window.history.state, "", clean);
  // Once more when Next listens, or its router would put the address of the first load back at the next refresh.
  setTimeout(() => {
    if (window.location.pathname + window.location.search === clean) window.history.replaceState(null, "", clean);
  });
  return readTypedCode(hash.slice(1));
}
