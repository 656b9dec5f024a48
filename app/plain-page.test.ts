import { expect, it } from "vitest";
import { plainPage } from "./plain-page";

const page = {
  locale: "ar",
  status: 429,
  retryAfterSeconds: 60,
  title: "لحظة من فضلك",
  sentence: "حاول مرة أخرى.",
  link: { path: "/login", label: "العودة" },
} as const;

it("says in which language it is and which way that runs", async () => {
  expect(await plainPage(page).text()).toContain('<html lang="ar" dir="rtl">');
  expect(await plainPage({ ...page, locale: "es" }).text()).toContain('<html lang="es" dir="ltr">');
});

it("needs nothing but itself: no script, and nothing to load", async () => {
  expect(await plainPage(page).text()).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
});

it("is kept by nobody, and says when to come back", () => {
  const { status, headers } = plainPage(page);
  expect(status).toBe(429);
  expect(headers.get("Retry-After")).toBe("60");
  expect(headers.get("Cache-Control")).toBe("no-store");
});
