import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { config } from "@/middleware";

const matcher = new RegExp(`^${config.matcher[0]}$`);

/** The first words of the paths below a folder of `app`, without groups in parentheses. */
function firstWords(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  const paths = files.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
  const words = paths.map((file) => file.replace(/\([\w-]+\)\//g, "").split("/")[0] ?? "");
  return [...new Set(words.filter((word) => !word.startsWith("page.") && !word.startsWith("[")))];
}

it("every route of the API is past the middleware", () => {
  const routes = firstWords("app/api");
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter((route) => matcher.test(`/api/${route}`))).toEqual([]);
});

it.each(["api", "_next", "en", "xx"])(
  "no page can be asked for past the middleware with %s for its language",
  (first) => {
    const pages = [...firstWords("app/[locale]"), "nowhere"];
    expect(pages).toContain("home");
    expect(pages.filter((page) => !matcher.test(`/${first}/${page}/x`))).toEqual([]);
  },
);
