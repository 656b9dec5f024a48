import { expect, it } from "vitest";
import { fail, ok } from "@/lib/result";
import { changeEach } from "./change-user";

/** Changes "yes", refuses "no", and everybody from "end" on. */
const change = async (name: string) =>
  name === "yes" ? ok(null) : fail(name === "no" ? ("USER_GONE" as const) : ("REAUTHENTICATION_NEEDED" as const));

it("a user who cannot be changed does not stop changes to the others", async () => {
  expect(await changeEach(["no", "yes", "no", "yes"], change)).toEqual(ok({ changed: 2, left: 2, untried: 0 }));
});

it("an admin who loses the right to continue is told how many users were not changed", async () => {
  const counts = { changed: 1, left: 1, untried: 2 };
  expect(await changeEach(["yes", "no", "end", "yes"], change)).toEqual(ok(counts));
});

it("an admin without the right to change users is refused", async () => {
  expect(await changeEach(["no", "end", "yes"], change)).toEqual(fail("REAUTHENTICATION_NEEDED"));
});
