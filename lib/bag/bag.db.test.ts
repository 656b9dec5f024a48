import { afterAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { addProduct, deleteTestProducts, linesOf, newGuest } from "@/test/bag-parts";
import { createUser } from "@/test/login-parts";
import { whileOpen } from "@/test/while-open";
import { addToBag, mostLines, setQuantity } from "./change-bag";
import { adoptGuestBag, mergeGuestBag } from "./merge-guest-bag";
import { countPieces, readBag } from "./read-bag";

afterAll(deleteTestProducts);

const one = (slug: string, quantity = 1) => new Map([[slug, quantity]]);

const newMember = async () => ({ userId: (await createUser()).id });

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000);

describe("a bag", () => {
  it("is made at the first addition, by guests and members alike", async () => {
    const slug = await addProduct();
    for (const owner of [newGuest(), await newMember()]) {
      expect(await countPieces(owner)).toBe(0);
      expect(await addToBag(owner, one(slug, 2))).toBe("ADDED");
      expect(await addToBag(owner, one(slug))).toBe("ADDED");
      expect(await linesOf(owner)).toEqual({ [slug]: 3 });
      expect(await countPieces(owner)).toBe(3);
    }
  });

  it("takes several products at once", async () => {
    const [first, second] = [await addProduct(), await addProduct()];
    const guest = newGuest();
    const wanted = new Map([
      [first, 2],
      [second, 5],
    ]);
    expect(await addToBag(guest, wanted)).toBe("ADDED");
    expect(await linesOf(guest)).toEqual({ [first]: 2, [second]: 5 });
  });

  it("holds at most 20 pieces of one product", async () => {
    const slug = await addProduct();
    const guest = newGuest();
    expect(await addToBag(guest, one(slug, 15))).toBe("ADDED");
    expect(await addToBag(guest, one(slug, 6))).toBe("ADDED_LESS");
    expect(await linesOf(guest)).toEqual({ [slug]: 20 });
    expect(await setQuantity(guest, slug, 21)).toBe("CHANGED_LESS");
    expect(await linesOf(guest)).toEqual({ [slug]: 20 });
  });

  it("holds no more of a product than the shop has left", async () => {
    const slug = await addProduct({ stock: 3 });
    const guest = newGuest();
    expect(await addToBag(guest, one(slug, 5))).toBe("ADDED_LESS");
    expect(await linesOf(guest)).toEqual({ [slug]: 3 });
  });

  it("takes no more than 50 products, but more of those that are in it", async () => {
    const slugs = [];
    for (let index = 0; index <= mostLines; index++) slugs.push(await addProduct());
    const guest = newGuest();
    expect(await addToBag(guest, new Map(slugs.map((slug) => [slug, 1])))).toBe("ADDED_LESS");
    const held = Object.keys(await linesOf(guest));
    expect(held).toHaveLength(mostLines);
    const other = slugs.find((slug) => !held.includes(slug)) ?? "";
    expect(await addToBag(guest, one(other))).toBe("NOT_ADDED");
    expect(await addToBag(guest, one(held[0] ?? ""))).toBe("ADDED");
  });

  it("takes nothing that is hidden, sold out or unknown, and then none is made", async () => {
    const hidden = await addProduct({ hiddenAt: new Date() });
    const soldOut = await addProduct({ stock: 0 });
    for (const slug of [hidden, soldOut, "no-such-product", "'; --", ""]) {
      const guest = newGuest();
      expect(await addToBag(guest, one(slug))).toBe("NOT_ADDED");
      expect(await db().bag.count({ where: { keyHash: guest.keyHash } })).toBe(0);
    }
    const slug = await addProduct();
    const guest = newGuest();
    const wanted = new Map([
      [slug, 1],
      [soldOut, 1],
    ]);
    expect(await addToBag(guest, wanted)).toBe("ADDED_LESS");
    expect(await linesOf(guest)).toEqual({ [slug]: 1 });
  });

  it("takes member-only products of members only", async () => {
    const slug = await addProduct({ membersOnly: true });
    expect(await addToBag(newGuest(), one(slug))).toBe("NOT_ADDED");
    expect(await addToBag(await newMember(), one(slug))).toBe("ADDED");
  });

  it("sets and removes lines of its owner only", async () => {
    const slug = await addProduct();
    const [guest, other] = [newGuest(), newGuest()];
    await addToBag(guest, one(slug, 2));
    await addToBag(other, one(slug, 2));
    expect(await setQuantity(guest, slug, 7)).toBe("CHANGED");
    expect(await linesOf(guest)).toEqual({ [slug]: 7 });
    expect(await setQuantity(guest, slug, 0)).toBe("REMOVED");
    expect(await setQuantity(guest, slug, 0)).toBe("NOT_CHANGED");
    expect(await setQuantity(guest, slug, 4)).toBe("NOT_CHANGED");
    expect(await linesOf(guest)).toEqual({});
    expect(await linesOf(other)).toEqual({ [slug]: 2 });
  });

  it("of a guest is kept for 30 days after the last change, and then is nobody's", async () => {
    const slug = await addProduct();
    const guest = newGuest();
    await addToBag(guest, one(slug));
    await setQuantity(guest, slug, 2, daysFromNow(29));
    expect(await countPieces(guest, daysFromNow(58))).toBe(2);
    expect(await countPieces(guest, daysFromNow(60))).toBe(0);
    const other = await addProduct();
    expect(await addToBag(guest, one(other), undefined, daysFromNow(60))).toBe("ADDED");
    expect(await linesOf(guest)).toEqual({ [other]: 1 });
  });

  it("of a guest is not made where the limit forbids it, and a member's is not counted", async () => {
    const slug = await addProduct();
    const refuse = async () => {
      throw new Error("too many");
    };
    const guest = newGuest();
    await expect(addToBag(guest, one(slug), refuse)).rejects.toThrow("too many");
    expect(await db().bag.count({ where: { keyHash: guest.keyHash } })).toBe(0);
    await addToBag(guest, one(slug));
    expect(await addToBag(guest, one(slug), refuse)).toBe("ADDED");
  });
});

describe("what is read", () => {
  it("has the prices of the database by who asks, and the difference in total", async () => {
    const slug = await addProduct({ priceCents: 5_000, memberPriceCents: 4_300 });
    const [guest, member] = [newGuest(), await newMember()];
    await addToBag(guest, one(slug, 2));
    await addToBag(member, one(slug, 2));
    const byGuest = await readBag(guest, "en");
    expect(byGuest).toMatchObject({ totalCents: 10_000, membershipCents: 1_400, lines: [{ priceCents: 5_000 }] });
    expect(JSON.stringify(byGuest.lines)).not.toMatch(/4300|8600/);
    const byMember = await readBag(member, "en");
    expect(byMember).toMatchObject({ totalCents: 8_600, membershipCents: 1_400, lines: [{ priceCents: 4_300 }] });
  });

  it("says of each line whether it can be bought, and counts only those in the total", async () => {
    const products = [await addProduct(), await addProduct(), await addProduct(), await addProduct({ stock: 9 })];
    const [hidden = "", soldOut = "", kept = "", few = ""] = products;
    const guest = newGuest();
    for (const slug of products) await addToBag(guest, one(slug, 4));
    const change = (slug: string, data: object) => db().product.update({ where: { slug }, data });
    await change(hidden, { hiddenAt: new Date() });
    await change(soldOut, { stock: 0 });
    await change(kept, { membersOnly: true });
    await change(few, { stock: 2 });
    const { lines, totalCents } = await readBag(guest, "en");
    expect(lines.map(({ state, left, priceCents }) => [state, left, priceCents])).toEqual([
      ["HIDDEN", null, null],
      ["SOLD_OUT", null, null],
      ["MEMBERS_ONLY", null, null],
      ["AVAILABLE", 2, 5_000],
    ]);
    expect(totalCents).toBe(2 * 5_000);
    expect(await setQuantity(guest, soldOut, 1)).toBe("NOT_CHANGED");
    expect(await setQuantity(guest, hidden, 0)).toBe("REMOVED");
  });

  it("tells of a price that changed, until the quantity is chosen again", async () => {
    const slug = await addProduct();
    const guest = newGuest();
    await addToBag(guest, one(slug));
    await db().product.update({ where: { slug }, data: { priceCents: 6_000 } });
    expect((await readBag(guest, "en")).lines).toMatchObject([{ priceCents: 6_000, earlierPriceCents: 5_000 }]);
    const member = await newMember();
    await adoptGuestBag(guest.keyHash, member.userId);
    expect((await readBag(member, "en")).lines).toMatchObject([{ priceCents: 4_300, earlierPriceCents: null }]);
    await db().product.update({ where: { slug }, data: { memberPriceCents: 4_400 } });
    expect((await readBag(member, "en")).lines).toMatchObject([{ priceCents: 4_400, earlierPriceCents: 4_300 }]);
    await setQuantity(member, slug, 3);
    expect((await readBag(member, "en")).lines).toMatchObject([{ quantity: 3, earlierPriceCents: null }]);
  });

  it("is in the reader's language", async () => {
    const slug = await addProduct();
    const text = { locale: "es", name: "Jarra", tagline: "", description: "", category: "" };
    await db().product.update({ where: { slug }, data: { texts: { create: text } } });
    const guest = newGuest();
    await addToBag(guest, one(slug));
    expect((await readBag(guest, "es")).lines[0]?.name).toBe("Jarra");
    expect((await readBag(guest, "ar")).lines[0]?.name).toBe(slug);
  });
});

describe("a merge", () => {
  it("adds quantities up to 20, keeps every line, and leaves no guest's bag", async () => {
    const [both, many, ofGuest, ofMember] = [
      await addProduct(),
      await addProduct(),
      await addProduct(),
      await addProduct(),
    ];
    const [guest, member] = [newGuest(), await newMember()];
    await addToBag(guest, new Map([both, many, ofGuest].map((slug) => [slug, slug === many ? 15 : 2])));
    await addToBag(member, new Map([both, many, ofMember].map((slug) => [slug, slug === many ? 15 : 3])));
    await adoptGuestBag(guest.keyHash, member.userId);
    expect(await linesOf(member)).toEqual({ [both]: 5, [many]: 20, [ofGuest]: 2, [ofMember]: 3 });
    expect(await db().bag.count({ where: { keyHash: guest.keyHash } })).toBe(0);
  });

  it("of an unknown or expired key changes nothing", async () => {
    const slug = await addProduct();
    const [guest, member] = [newGuest(), await newMember()];
    await addToBag(guest, one(slug), undefined, daysFromNow(-31));
    await adoptGuestBag(guest.keyHash, member.userId);
    await adoptGuestBag(newGuest().keyHash, member.userId);
    expect(await linesOf(member)).toEqual({});
  });

  it("done twice at once counts once", async () => {
    const slug = await addProduct();
    const [guest, member] = [newGuest(), await newMember()];
    await addToBag(guest, one(slug, 4));
    await Promise.all(Array.from({ length: 5 }, () => adoptGuestBag(guest.keyHash, member.userId)));
    expect(await linesOf(member)).toEqual({ [slug]: 4 });
  });

  it("takes along what another tab adds while it waits", async () => {
    const [slug, late] = [await addProduct(), await addProduct()];
    const [guest, member] = [newGuest(), await newMember()];
    await addToBag(guest, one(slug));
    await whileOpen(
      async (transaction) => {
        const [bag] = await transaction.$queryRaw<[{ id: string }]>`
          SELECT "id" FROM "Bag" WHERE "keyHash" = ${guest.keyHash} FOR UPDATE`;
        const { id: productId } = await transaction.product.findUniqueOrThrow({ where: { slug: late } });
        await transaction.bagItem.create({ data: { bagId: bag.id, productId, quantity: 2 } });
      },
      () => adoptGuestBag(guest.keyHash, member.userId),
    );
    expect(await linesOf(member)).toEqual({ [slug]: 1, [late]: 2 });
  });

  it("leaves what a tab adds after it in a new guest's bag, and the next merge takes it", async () => {
    const [slug, late] = [await addProduct(), await addProduct()];
    const [guest, member] = [newGuest(), await newMember()];
    await addToBag(guest, one(slug));
    const added = await whileOpen(
      (transaction) => mergeGuestBag(transaction, guest.keyHash, member.userId, new Date()),
      () => addToBag(guest, one(late, 2)),
    );
    expect(added).toBe("ADDED");
    expect(await linesOf(member)).toEqual({ [slug]: 1 });
    await adoptGuestBag(guest.keyHash, member.userId);
    expect(await linesOf(member)).toEqual({ [slug]: 1, [late]: 2 });
  });
});

describe("at once", () => {
  it("two first additions with one cookie make one bag that holds both", async () => {
    const slug = await addProduct();
    for (const owner of [newGuest(), await newMember()]) {
      const added = await Promise.all(Array.from({ length: 8 }, () => addToBag(owner, one(slug))));
      expect(new Set(added)).toEqual(new Set(["ADDED"]));
      expect(await linesOf(owner)).toEqual({ [slug]: 8 });
    }
  });

  it("an addition to a member's bag keeps what another tab adds meanwhile", async () => {
    const slug = await addProduct();
    const member = await newMember();
    await addToBag(member, one(slug));
    await whileOpen(
      async (transaction) => {
        const where = { userId: member.userId };
        await transaction.$queryRaw`SELECT 1 FROM "Bag" WHERE "userId" = ${member.userId}::uuid FOR UPDATE`;
        await transaction.bagItem.updateMany({ where: { bag: where }, data: { quantity: 5 } });
      },
      () => addToBag(member, one(slug, 2)),
    );
    expect(await linesOf(member)).toEqual({ [slug]: 7 });
  });

  it("additions exceed neither 20 pieces nor 50 products", async () => {
    const slugs = [];
    for (let index = 0; index < mostLines + 5; index++) slugs.push(await addProduct());
    const [first = ""] = slugs;
    const guest = newGuest();
    await addToBag(guest, new Map(slugs.slice(0, mostLines - 2).map((slug) => [slug, 1])));
    await Promise.all([
      ...slugs.slice(mostLines - 2).map((slug) => addToBag(guest, one(slug))),
      ...Array.from({ length: 5 }, () => addToBag(guest, one(first, 10))),
    ]);
    const lines = await linesOf(guest);
    expect(Object.keys(lines)).toHaveLength(mostLines);
    expect(lines[first]).toBe(20);
  });
});
