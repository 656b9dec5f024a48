import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findOfferChanges, type OfferLine, readShownLines, totalOf, writeShownLine } from "./offer";

const kettle: OfferLine = {
  productId: randomUUID(),
  name: "Kettle",
  slug: "kettle",
  wanted: 3,
  quantity: 3,
  unitPriceCents: 4_800,
};
const jug: OfferLine = { ...kettle, productId: randomUUID(), name: "Jug", wanted: 1, quantity: 1, unitPriceCents: 900 };
const shown = [kettle, jug];

describe("what a form says that it showed", () => {
  it("survives the form", () => {
    const lines = readShownLines(shown.map(writeShownLine));
    expect(findOfferChanges(lines, shown)).toEqual([]);
    expect(totalOf(lines)).toBe(15_300);
  });

  it("leaves out what is not a line", () => {
    expect(
      readShownLines(["", "x:1:1", `${kettle.productId}:-1:5`, `${kettle.productId}:1:1e9`, "1".repeat(5_000)]),
    ).toEqual([]);
  });
});

describe("a change of the bag", () => {
  it.each([
    [{ unitPriceCents: 5_000 }, [{ kind: "PRICE", name: "Kettle", was: 4_800, is: 5_000 }]],
    [{ quantity: 2 }, [{ kind: "FEWER", name: "Kettle", left: 2 }]],
    [{ quantity: 0 }, [{ kind: "SOLD_OUT", name: "Kettle" }]],
    [{ wanted: 2, quantity: 2 }, [{ kind: "OTHER" }]],
    [{ wanted: 4, quantity: 4 }, [{ kind: "OTHER" }]],
    [
      { quantity: 1, unitPriceCents: 4_000 },
      [
        { kind: "FEWER", name: "Kettle", left: 1 },
        { kind: "PRICE", name: "Kettle", was: 4_800, is: 4_000 },
      ],
    ],
  ])("%j is told", (change, told) => {
    expect(findOfferChanges(shown, [{ ...kettle, ...change }, jug])).toEqual(told);
  });

  it("is told when a product was added or removed elsewhere", () => {
    expect(findOfferChanges(shown, [kettle])).toEqual([{ kind: "OTHER" }]);
    expect(findOfferChanges([kettle], shown)).toEqual([{ kind: "OTHER" }]);
  });

  it("is not told for what was sold out before and is still", () => {
    expect(findOfferChanges([kettle], [kettle, { ...jug, quantity: 0 }])).toEqual([]);
  });
});
