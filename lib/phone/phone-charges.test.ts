import { expect, it } from "vitest";
import { phoneCharges } from "./phone-channels";

it("both forms of an Argentine number count as one line", () => {
  expect(phoneCharges("+5491123456789", "user")).toEqual(phoneCharges("+541123456789", "user"));
  expect(phoneCharges("+5491123456780", "user")).not.toEqual(phoneCharges("+541123456789", "user"));
});
