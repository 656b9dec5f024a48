import { escapeHtml } from "@/lib/escape-html";
import { shopConfig } from "@/shop.config";

export const contentType = "image/svg+xml";

/** The first letter of the shop's name on its sign. */
export default function Icon(): Response {
  const { name, colors } = shopConfig;
  const { accent, onAccent } = colors.light;
  const [letter = ""] = name;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${escapeHtml(name)}</title><rect width="32" height="32" rx="6" fill="${accent}"/><rect x="2.5" y="2.5" width="27" height="27" rx="4" fill="none" stroke="${onAccent}" stroke-width="1.5"/><text x="16" y="22" font-family="system-ui, sans-serif" font-size="19" font-weight="800" text-anchor="middle" fill="${onAccent}">${escapeHtml(letter)}</text></svg>`;
  return new Response(svg, { headers: { "Content-Type": contentType } });
}
