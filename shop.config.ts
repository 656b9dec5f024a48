/** What makes this shop yours, and the only file that names it. Build again after a change: docs/branding.md. */
export const shopConfig: ShopConfig = {
  name: "myshop",
  relyingPartyName: "myshop",
  senderName: "myshop",
  supportEmail: null,
  currency: "EUR",
  payOnInvoice: true,
  deliveryCountries: null,
  languages: ["en", "es", "ar"],
  colors: {
    light: {
      canvas: "#f4f6f7",
      ink: "#0f1a2c",
      accent: "#1437b0",
      accentHover: "#0e2a8a",
      accentText: "#1437b0",
      accentSoft: "#e1e8fb",
      onAccent: "#ffffff",
    },
    dark: {
      canvas: "#0b111c",
      ink: "#e9eef5",
      accent: "#2c52dc",
      accentHover: "#3c62ea",
      accentText: "#9dbbff",
      accentSoft: "#16244a",
      onAccent: "#ffffff",
    },
  },
};

export type ShopConfig = {
  /** On pages, in titles and in mails. Nobody may have it as a username. */
  name: string;
  /** What a device shows when it makes a passkey (WebAuthn, `rp.name`). */
  relyingPartyName: string;
  /** What a mail program shows as the sender of mails. */
  senderName: string;
  /** Where people write to. Null: the address that mails come from, `SENDGRID_FROM_EMAIL`. */
  supportEmail: string | null;
  /** ISO 4217. Prices in the database are in its smallest unit: cents for EUR, yen for JPY. */
  currency: string;
  payOnInvoice: boolean;
  /** Where the shop delivers, as ISO 3166-1 alpha-2. Null: to all countries. */
  deliveryCountries: readonly string[] | null;
  /** What the shop offers. The first is for everybody who does not ask for one of the others. */
  languages: readonly [Language, ...Language[]];
  /** As #rrggbb, for light and for dark mode. */
  colors: Record<"light" | "dark", BrandColors>;
};

export type Language = "en" | "es" | "ar";

type BrandColors = Record<
  "canvas" | "ink" | "accent" | "accentHover" | "onAccent" | "accentText" | "accentSoft",
  `#${string}`
>;
