import { createHash, randomBytes } from "node:crypto";
import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode } from "@/attack/client/code-request";
import { type Finding, judge } from "@/attack/client/finding";
import { type Browser, findSession, foreignPages, readSetCookie } from "@/attack/client/shop-client";
import { emptyBag, findGoods, findKeptGoods, postToBag, readBag } from "@/attack/client/shopping";

const mostPieces = 20;

/** Fills a bag with what no form sends, and reaches for the bags of others. */
export async function attackBag(context: AttackContext): Promise<Finding[]> {
  const goods = await findGoods(context.openBrowser(), 2);
  const [slug = "", other = ""] = goods;
  return [
    await forgeFields(context, slug),
    await addKeptGoods(context, slug),
    await guessKeys(context, slug),
    ...(await plantKey(context, slug, other)),
    await postFromForeignPages(context, slug),
  ];
}

/** The cookie of a guest's bag. */
function findKey(browser: Browser): { name: string; value: string } | null {
  for (const [name, value] of browser.cookies) if (/^(?:__Host-)?shop-bag$/.test(name)) return { name, value };
  return null;
}

async function newGuest(context: AttackContext, goods: Record<string, string>): Promise<Browser> {
  const guest = context.openBrowser();
  await postToBag(guest, "/bag/add", goods);
  return guest;
}

const quantities = ["0", "-1", "-20", "0.5", "1e3", "0x10", "", " ", "21", "999", "1000", "4294967297", "9".repeat(40)];
const ownPrices = { price: "1", priceCents: "1", memberPriceCents: "1", total: "1", currency: "JPY", userId: "1" };

async function forgeFields(context: AttackContext, slug: string): Promise<Finding> {
  const { total } = await readBag(await newGuest(context, { [slug]: "1" }));
  const problems = total === null ? ["one piece gives no total"] : [];
  const kept = await newGuest(context, { [slug]: "1" });
  for (const quantity of quantities) {
    const guest = context.openBrowser();
    const added = await postToBag(guest, "/bag/add", { [slug]: quantity });
    const set = await postToBag(kept, "/bag/set", { [slug]: quantity });
    for (const { path, status } of [added, set]) {
      if (status >= 500) problems.push(`${path} answered ${status} to "${quantity}"`);
    }
    for (const browser of [guest, kept]) {
      const pieces = (await readBag(browser)).lines.get(slug) ?? 0;
      if (pieces < 0 || pieces > mostPieces || !Number.isInteger(pieces)) problems.push(`"${quantity}" gave ${pieces}`);
    }
  }
  const cheap = await newGuest(context, { [slug]: "1", ...ownPrices });
  await postToBag(cheap, "/bag/set", { [slug]: "1", ...ownPrices });
  const forged = (await readBag(cheap)).total;
  if (forged !== total) problems.push(`with a price in the form the total was ${forged}, not ${total}`);
  return judge(
    {
      asvs: "2.2.1, 15.3.3",
      requirement: "R25",
      tried: `${quantities.length} quantities in a bag, and ${Object.keys(ownPrices).join(", ")} in its forms`,
    },
    problems,
    `${mostPieces} pieces at most, and the total of the shop`,
  );
}

async function addKeptGoods(context: AttackContext, slug: string): Promise<Finding> {
  const kept = await findKeptGoods(context.openBrowser());
  const desk = await context.findDesk();
  if (desk !== null) {
    await desk.setProduct({ isHidden: true, isForMembers: false, stock: 1 });
    kept.push(desk.slug);
  }
  const tried = `as a guest, ${kept.length} products that are kept for members${desk === null ? "" : " or hidden"}`;
  const guest = await newGuest(context, { [slug]: "1", ...Object.fromEntries(kept.map((each) => [each, "1"])) });
  for (const each of kept) await postToBag(guest, "/bag/set", { [each]: "1" });
  const found = [...(await readBag(guest)).lines.keys()].filter((each) => kept.includes(each));
  return judge(
    { asvs: "8.2.2", requirement: "R36", tried },
    kept.length === 0 ? ["there was nothing to try"] : found.map((each) => `${each} is in the bag`),
    "none is in the bag",
  );
}

async function guessKeys(context: AttackContext, slug: string): Promise<Finding> {
  const victim = findKey(await newGuest(context, { [slug]: "3" }));
  const attacker = findKey(await newGuest(context, { [slug]: "1" }));
  if (victim === null || attacker === null) throw new Error("a guest's bag set no cookie");
  const { name, value } = victim;
  const problems = attacker.value === value ? ["two guests have one key"] : [];
  if (value.length < 43) problems.push(`the key has ${value.length} characters`);
  const digest = createHash("sha256").update(value);
  const guesses = [
    digest.copy().digest("hex"),
    digest.digest("base64url"),
    value.toLowerCase() === value ? value.toUpperCase() : value.toLowerCase(),
    value.slice(0, -1),
    `${value.slice(0, -1)}%25`,
    `${value}A`,
    `${value.startsWith("A") ? "B" : "A"}${value.slice(1)}`,
    "A".repeat(43),
    randomBytes(32).toString("base64url"),
    "%25",
    "' OR TRUE --",
  ];
  for (const guess of guesses) {
    const browser = context.openBrowser();
    browser.cookies.set(name, guess);
    if ((await readBag(browser)).lines.size > 0) problems.push(`a guess of ${guess.length} characters opened a bag`);
  }
  return judge(
    { asvs: "7.2.3", requirement: "R28", tried: `${guesses.length} guesses of the key of a guest's bag` },
    problems,
    "none opened a bag; each guest has 256 random bits",
  );
}

async function plantKey(context: AttackContext, slug: string, other: string): Promise<Finding[]> {
  const attacker = await newGuest(context, { [slug]: "1" });
  const planted = findKey(attacker);
  if (planted === null) throw new Error("a guest's bag set no cookie");
  const victim = context.openBrowser();
  const request = await context.startRegistration(context.newAccount(), { browser: victim });
  victim.cookies.set(planted.name, planted.value);
  await postToBag(victim, "/bag/add", { [slug]: "2" });
  const finished = await enterCode(request, await context.readCode(request));
  const session = findSession(victim);
  if (session === null) throw new Error(`no session came of a right code (${finished.status})`);

  const problems = finished.setCookies
    .map(readSetCookie)
    .some(({ name, value }) => name === planted.name && value === "")
    ? []
    : ["the planted key is still in the browser after the login"];
  const merged = (await readBag(victim)).lines.get(slug) ?? 0;
  if (merged < 3) problems.push(`the login lost pieces: ${merged} are left`);
  if ((await readBag(attacker)).lines.size > 0) problems.push("the planted key still opens the bag after the login");
  await postToBag(victim, "/bag/add", { [other]: "1" });
  const seen = (await readBag(attacker)).lines;
  if (seen.has(other)) problems.push("the planted key shows what was added after the login");
  await postToBag(attacker, "/bag/add", { [slug]: "5" });
  await victim.get("/api/me");
  const after = (await readBag(victim)).lines.get(slug);
  if (after !== merged) problems.push(`what the attacker added went into the member's bag: ${after} pieces`);

  const copy = context.openBrowser();
  copy.cookies.set(session.name, session.value);
  await victim.post("/logout", new URLSearchParams());
  const open: string[] = [];
  if ((await readBag(victim)).lines.size > 0) open.push("the browser");
  if ((await readBag(copy)).lines.size > 0) open.push("a copied cookie");
  return [
    judge(
      { asvs: "7.2.4", requirement: "R27", tried: "a bag's key planted before the login, read and filled after it" },
      problems,
      "the login ends the bag and its key, and loses no piece",
    ),
    judge(
      { asvs: "7.4.1", requirement: "R29", tried: "a member's bag after the logout, and with a copied cookie" },
      open.map((who) => `${who} still shows it`),
      "empty for both",
    ),
  ];
}

async function postFromForeignPages(context: AttackContext, slug: string): Promise<Finding> {
  const { browser } = await context.findMember();
  await emptyBag(browser);
  await postToBag(browser, "/bag/add", { [slug]: "1" });
  const problems: string[] = [];
  for (const headers of foreignPages) {
    for (const [path, quantity] of [
      ["/bag/add", "2"],
      ["/bag/set", "7"],
      ["/bag/set", "0"],
    ] as const) {
      const { status } = await postToBag(browser, path, { [slug]: quantity }, headers);
      if (status < 400) problems.push(`${path} answered ${status} to Origin ${headers.origin}`);
    }
  }
  await browser.get(`/bag/add?${slug}=5`);
  await browser.get(`/bag/set?${slug}=0`);
  const pieces = (await readBag(browser)).lines.get(slug);
  if (pieces !== 1) problems.push(`the bag has ${pieces ?? 0} pieces, not 1`);
  await emptyBag(browser);
  return judge(
    { asvs: "3.5.1", requirement: "R38", tried: "a member's bag from foreign pages, and by GET" },
    problems,
    "refused, and the bag is as it was",
  );
}
