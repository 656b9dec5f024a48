import { expect, it, vi } from "vitest";

vi.mock("@/shop.config", async (original) => {
  const { shopConfig } = await original<typeof import("@/shop.config")>();
  const { light } = shopConfig.colors;
  return {
    shopConfig: {
      ...shopConfig,
      name: "Fish & Chips",
      relyingPartyName: "Fish & Chips login",
      supportEmail: "help@fish.example",
      currency: "JPY",
      languages: ["es", "ar"],
      colors: { light: { ...light, accent: "#7a1f5c" }, dark: { ...light, accent: "#c04a96" } },
    },
  };
});

it("prices are in the smallest unit of the currency", async () => {
  const { writeMoney } = await import("@/lib/i18n/format");
  expect(writeMoney(1950, "es")).toBe("1950\u00a0JPY");
  expect(writeMoney(1950, "en")).toBe("JP¥1,950");
});

it("only the offered languages are spoken, and the first one to all others", async () => {
  const { chooseLocale } = await import("@/lib/i18n/choose-locale");
  const asking = (cookie: string | undefined, acceptLanguage: string) => chooseLocale({ cookie, acceptLanguage });
  expect(asking(undefined, "ar")).toBe("ar");
  expect(asking("en", "en")).toBe("es");
  const { toLocale } = await import("@/lib/i18n/locales");
  expect(toLocale("en")).toBe("es");
});

it("a device shows the brand beside a passkey", async () => {
  const { relyingParty } = await import("@/lib/passkeys/relying-party");
  expect(relyingParty()).toMatchObject({ id: "localhost", name: "Fish & Chips login" });
});

it("nobody may be called like the shop", async () => {
  const { isReservedUsername } = await import("@/lib/users/username");
  for (const name of ["fishchips", "Fish.Chips", "fishchips-ana"]) expect(isReservedUsername(name), name).toBe(true);
  for (const name of ["fish", "myshop"]) expect(isReservedUsername(name), name).toBe(false);
});

it("the icon and the plain pages have the brand's colour, and its name without breaking out of it", async () => {
  const { default: icon } = await import("@/app/icon");
  const { plainPage } = await import("@/app/plain-page");
  const link = { path: "/", label: "Inicio" };
  const page = plainPage({ locale: "es", status: 404, title: "No", sentence: "No.", link });
  for (const answer of [icon(), page]) {
    const text = await answer.text();
    expect(text).toContain("Fish &#38; Chips");
    expect(text).not.toContain("Fish & Chips");
    expect(text).toContain("#7a1f5c");
  }
});

it("mails have the brand's colour, and lead to its support", async () => {
  const { layOutNotice } = await import("@/lib/mail/mail-layout");
  const links = [{ label: "Write", mailSubject: "Help" }];
  const { html, text } = layOutNotice({ heading: "Hello", paragraphs: [], links }, "es");
  expect(html).toContain("background-color:#7a1f5c");
  expect(html).toContain("mailto:help@fish.example?subject=Help");
  expect(text).toContain("Fish & Chips, http://localhost:3000");
});
