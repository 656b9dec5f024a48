import sprite from "./drawings.svg";

/**
 * One drawing, for inside an svg element. It comes from a file that browsers keep, instead of standing in each page
 * twice; the inks are the page's own, because custom properties are inherited into it.
 */
export function Drawing({ art }: { art: string }) {
  return <use href={`${sprite.src}#${art}`} />;
}
