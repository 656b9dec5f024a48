import { expect, it } from "vitest";
import { translator } from "@/lib/i18n/translator";
import type { UserCount } from "@/lib/users/list-users";
import { tellUserCount } from "./user-query";

it.each<[UserCount, "shown" | "fitting" | "users", string, string, string]>([
  [{ kind: "exact", count: 1 }, "fitting", "1 matching user", "1 usuario coincide", "مستخدم واحد مطابق"],
  [{ kind: "exact", count: 2 }, "shown", "2 users", "2 usuarios", "مستخدمان اثنان"],
  [
    { kind: "more than", count: 5_000 },
    "fitting",
    "More than 5,000 matching users",
    "Coinciden más de 5000 usuarios",
    "أكثر من 5,000 مستخدم مطابق",
  ],
  [
    { kind: "estimate", count: 1_000_000 },
    "users",
    "about 1,000,000 users",
    "unos 1.000.000 de usuarios",
    "نحو 1,000,000 مستخدم",
  ],
])("the count %j (%s) is shown as exact or estimated", (count, place, en, es, ar) => {
  expect(tellUserCount(count, place, translator("en", "adminUsers"))).toBe(en);
  expect(tellUserCount(count, place, translator("es", "adminUsers"))).toBe(es);
  expect(tellUserCount(count, place, translator("ar", "adminUsers"))).toBe(ar);
});
