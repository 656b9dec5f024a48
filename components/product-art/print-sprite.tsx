import { renderToStaticMarkup } from "react-dom/server";
import { drawings } from "./drawings";

/** Without colours, which come from the page. */
export function printSprite(): string {
  return `${renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" aria-hidden="true">
      {Object.entries(drawings).map(([name, Drawing]) => (
        <g key={name} id={name}>
          <Drawing />
        </g>
      ))}
    </svg>,
  ).replaceAll("<g id=", "\n<g id=")}\n`;
}
