import type { InboxMessage } from "@/emulator/state/inbox-message";

const mostLinks = 3;
const entities: Record<string, string> = { "&amp;": "&", "&#x3D;": "=", "&#61;": "=", "&quot;": '"', "&#39;": "'" };

function unescaped(html: string): string {
  return html.replace(/&(amp|quot|#x3D|#61|#39);/g, (entity) => entities[entity] ?? entity);
}

/** The first few web addresses a reader could follow, as whole addresses. */
export function messageLinks({ html, text }: Pick<InboxMessage, "html" | "text">): string[] {
  const inPage = [...(html ?? "").matchAll(/<a\b[^>]*\bhref\s*=\s*["'](https?:[^"']+)["']/gi)];
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"')]+/gi)];
  const found = [
    ...inPage.map(([, address]) => unescaped(address ?? "")),
    ...inText.map(([address]) => address.replace(/[.,;:!?]+$/, "")),
  ];
  return [...new Set(found)].filter((address) => URL.canParse(address)).slice(0, mostLinks);
}
