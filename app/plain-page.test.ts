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

it("a plain page names its language and its direction", async () => {
  expect(await plainPage(page).text()).toContain('<html lang="ar" dir="rtl">');
  expect(await plainPage({ ...page, locale: "es" }).text()).toContain('<html lang="es" dir="ltr">');
});

it("a plain page needs no script and loads no file", async () => {
  expect(await plainPage(page).text()).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
});

it("a plain page is not cached, and says when to come back", () => {
  const { status, headers } = plainPage(page);
  expect(status).toBe(429);
  expect(headers.get("Retry-After")).toBe("60");
  expect(headers.get("Cache-Control")).toBe("no-store");
});
