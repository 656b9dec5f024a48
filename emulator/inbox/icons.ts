import { raw } from "hono/html";

const shapes = {
  mail: '<rect x="3" y="5" width="18" height="14" rx="3"/><path d="m4 8 8 6 8-6"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>',
  sliders: '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  email: '<rect x="3" y="5" width="18" height="14" rx="3"/><path d="m4 8 8 6 8-6"/>',
  sms: '<path d="M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z"/>',
  whatsapp: '<path d="M4 20l1.3-4A8 8 0 1 1 8.400 19L4 20Z"/><path d="M9.500 9.500c0 3 2 5 5 5"/>',
  call: '<path d="M6 4h3l1.500 4-2 1.500a11 11 0 0 0 6 6l1.500-2 4 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4 6a2 2 0 0 1 2-2Z"/>',
  copy: '<rect x="9" y="9" width="11" height="11" rx="2.500"/><path d="M5 15a2 2 0 0 1-1-2V6a2 2 0 0 1 2-2h7a2 2 0 0 1 2 1"/>',
  back: '<path d="m14 6-6 6 6 6"/>',
  trash: '<path d="M4 7h16M9 7V5h6v2M6.500 7l1 13h9l1-13"/>',
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing in the colour of the text around it. */
export function icon(name: IconName) {
  return raw(
    `<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes[name]}</svg>`,
  );
}
