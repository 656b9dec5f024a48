import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { maxBodyBytes, maxWebhookBytes } from "@/lib/http/limit-body";
import { routes } from "@/lib/http/routes";

const read = (path: string) => readFileSync(path, "utf8");
const nginx = read("deploy/nginx.conf");

test("nginx logs no path that holds a mailed token", () => {
  const [, names = ""] = /location ~ \^\/\(\?:\[a-z\]\+\/\)\?\(\?:([^)]+)\)\/ \{\s+access_log off;/.exec(nginx) ?? [];
  const links = Object.entries(routes).filter(([, { enter }]) => enter === "link");
  expect(names.split("|").map((name) => `/${name}/*`)).toEqual(links.map(([path]) => path));
});

test("nginx lets through what the shop takes, and not much more", () => {
  const [forms, webhook] = [...nginx.matchAll(/client_max_body_size (\d+)(k?);/g)].map(
    ([, size, unit]) => Number(size) * (unit === "k" ? 1024 : 1),
  );
  expect(forms).toBeGreaterThan(maxBodyBytes);
  expect(forms).toBeLessThan(10 * maxBodyBytes);
  expect(webhook).toBe(maxWebhookBytes);
});

test("Dockerfile, .nvmrc and CI name the same Node", () => {
  const version = read(".nvmrc").trim();
  const images = [...read("Dockerfile").matchAll(/FROM node:(\d+)-/g)].map(([, major]) => major);
  expect(images.length).toBeGreaterThan(1);
  expect(new Set(images)).toEqual(new Set([version]));
  expect(read(".github/workflows/ci.yml")).toContain(`node: [20, 22, ${version}]`);
});

test("the shop behind Docker's nginx trusts one proxy, and its Redis keeps what it is given", () => {
  expect(read("compose.yaml")).toContain('TRUSTED_PROXY_HOPS: "1"');
  expect(read("compose.yaml")).toContain("--maxmemory-policy noeviction");
  expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".env", ".env.*", "node_modules", ".git"]));
});
