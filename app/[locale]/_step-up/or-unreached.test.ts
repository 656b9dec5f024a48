import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { redirect } from "next/navigation";
import { expect, it } from "vitest";
import { orUnreached } from "./or-unreached";

const rejected = async (reject: () => unknown) => await orUnreached(Promise.resolve().then(reject), "unreached");

it("returns the shop's answer", async () => {
  expect(await orUnreached(Promise.resolve(null), "unreached")).toBeNull();
});

it("says that the shop was not reached when the connection drops", async () => {
  const fail = () => {
    throw new TypeError("Failed to fetch");
  };
  expect(await rejected(fail)).toBe("unreached");
});

it("lets the shop redirect to another page", async () => {
  await expect(rejected(() => redirect("/home"))).rejects.toThrow("NEXT_REDIRECT");
});

it("lets a page from before an update say that it is outdated", async () => {
  const outdated = new UnrecognizedActionError("The build has no such action.");
  await expect(rejected(() => Promise.reject(outdated))).rejects.toBe(outdated);
});
