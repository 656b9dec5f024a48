import { type ShopConfig, shopConfig } from "@/shop.config";

/** The shop under other names: `npm test -- brand` builds it, and looks for what is left of the first. */
export const anotherBrand: ShopConfig = {
  ...shopConfig,
  name: "Nordlicht & Söhne",
  relyingPartyName: "Nordlicht passkeys",
  senderName: "Nordlicht mail",
  supportEmail: "help@nordlicht.example",
  currency: "USD",
  colors: { ...shopConfig.colors, light: { ...shopConfig.colors.light, accent: "#7a1f5c" } },
};
