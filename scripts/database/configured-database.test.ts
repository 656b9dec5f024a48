import { expect, it } from "vitest";
import { requireLocalDatabase } from "./configured-database";

it.each(["postgresql://a:b@localhost/shop", "postgresql://a@127.0.0.1:5433/shop", "postgresql://a@[::1]/shop"])(
  "lets tests use %s",
  (url) => expect(() => requireLocalDatabase(url)).not.toThrow(),
);

it.each([
  "postgresql://a:b@db.shop.example/shop",
  "postgresql://a:b@localhost.shop.example/shop",
  "postgresql://a:b@localhost/shop?host=db.shop.example",
])("keeps tests away from %s", (url) => {
  expect(() => requireLocalDatabase(url)).toThrow("only run against a database on this machine");
});
