import { randomBytes } from "node:crypto";
import { type AttackContext, showsAny } from "@/attack/client/attack-context";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import type { Form } from "@/attack/client/html-form";
import { type Browser, findSession, foreignPages } from "@/attack/client/shop-client";
import {
  cancelOrder,
  deliverTo,
  emptyBag,
  findGoods,
  isPlaced,
  listOrders,
  openCancelForm,
  openCheckout,
  orderOf,
  placeOrder,
  postToBag,
  readTotal,
} from "@/attack/client/shopping";

/** Tells an order apart from all others. */
const newName = () => `Attack ${randomBytes(6).toString("hex")}`;

/** Orders at a price of its own, twice, more than there is, and from other sites. Cancels what it ordered. */
export async function attackCheckout(context: AttackContext): Promise<Finding[]> {
  const { browser } = await context.findMember();
  const [slug = ""] = await findGoods(browser, 1);
  const findings = [
    await forgeOrder(browser, slug),
    await orderFromForeignPages(browser, slug),
    await orderTwice(browser, slug),
    await orderLastPiece(context),
  ];
  await emptyBag(browser);
  return findings;
}

/** What the page showed, as the form says it: product, pieces, price. */
function shownLine(form: Form): [id: string, quantity: string, price: string] {
  const [, value = ""] = form.fields.find(([name]) => name === "line") ?? [];
  const [id = "", quantity = "", price = ""] = value.split(":");
  return [id, quantity, price];
}

async function forgeOrder(browser: Browser, slug: string): Promise<Finding> {
  const form = await openCheckout(browser, { [slug]: "1" });
  const total = await readTotal(browser, "/checkout");
  const [id, quantity, price] = shownLine(form);
  const lines = [
    `${id}:1:1`,
    `${id}:1:0`,
    `${id}:0:${price}`,
    `${id}:-1:${price}`,
    `${id}:0.5:${price}`,
    `${id}:99:1`,
    "",
  ];
  const forms: Record<string, string>[] = [
    ...lines.map((line) => ({ line })),
    { payment: "FREE" },
    { payment: "CARD" },
    { unitPriceCents: "1", priceCents: "1", totalCents: "1", total: "1", quantity: "20", [slug]: "20" },
    { currency: "JPY", state: "SENT", paidAt: "2026-01-01", userId: id, number: "1", locale: "xx" },
  ];
  const problems = quantity === "1" && price !== "" ? [] : ["the checkout does not say what it shows"];
  for (const values of forms) {
    const tried = Object.entries(values)
      .map((pair) => pair.join("="))
      .join(", ")
      .replace(id, "<product>");
    const answer = await browser.submit(await openCheckout(browser, { [slug]: "1" }), {
      ...deliverTo(newName()),
      ...values,
    });
    if (answer.status >= 500) problems.push(`${tried}: answered ${answer.status}`);
    const number = orderOf(answer);
    if (number === null) continue;
    const ordered = await readTotal(browser, `/account/orders/${number}`);
    if (ordered !== total) problems.push(`${tried}: ordered for ${ordered}, not for ${total}`);
    if (!(await isPlaced(browser, number))) problems.push(`${tried}: the order is not just placed`);
    await cancelOrder(browser, number);
  }
  return judge(
    {
      asvs: "2.2.1, 15.3.3",
      requirement: "R25",
      tried: `${forms.length} checkouts with prices, quantities, payments, a currency and a state of the browser's`,
    },
    problems,
    "nothing was ordered, or for the shop's total",
  );
}

async function orderFromForeignPages(browser: Browser, slug: string): Promise<Finding> {
  const form = await openCheckout(browser, { [slug]: "1" });
  const before = await listOrders(browser);
  const problems: string[] = [];
  for (const headers of foreignPages) {
    const { status } = await browser.submit(form, deliverTo(newName()), headers);
    if (status < 400) problems.push(`answered ${status} to Origin ${headers.origin}`);
  }
  const added = (await listOrders(browser)).filter((number) => !before.includes(number));
  for (const number of added) await cancelOrder(browser, number);
  return judge(
    { asvs: "3.5.1", requirement: "R38", tried: "a member's checkout from four kinds of foreign pages" },
    [...problems, ...added.map(() => "a foreign page ordered")],
    "refused, and nothing was ordered",
  );
}

const presses = 5;

async function orderTwice(browser: Browser, slug: string): Promise<Finding> {
  const form = await openCheckout(browser, { [slug]: "1" });
  const before = await listOrders(browser);
  const delivery = deliverTo(newName());
  const answers = await Promise.all(Array.from({ length: presses }, () => browser.submit(form, delivery)));
  await postToBag(browser, "/bag/add", { [slug]: "1" });
  answers.push(await browser.submit(form, delivery));
  const told = new Set(answers.map((answer) => orderOf(answer) ?? `no order (${answer.status})`));
  const added = (await listOrders(browser)).filter((number) => !before.includes(number));
  for (const number of added) await cancelOrder(browser, number);
  return judge(
    { asvs: "2.3.4", requirement: "-", tried: `one checkout sent ${presses} times at once, and again with a full bag` },
    [
      ...(added.length === 1 ? [] : [`${added.length} orders were placed`]),
      ...(told.size === 1 ? [] : [`the answers led to ${[...told].join(" and ")}`]),
    ],
    "one order, and every answer led to it",
  );
}

async function orderLastPiece(context: AttackContext): Promise<Finding> {
  const subject = {
    asvs: "2.3.4",
    requirement: "R36",
    tried: "six checkouts of two members at once for one last piece, then one of a product hidden meanwhile",
  };
  const desk = await context.findDesk();
  if (desk === null) return notTried(subject, "--admin names no admin who could put a last piece on the shelf");
  await desk.setProduct({ isHidden: false, isForMembers: true, stock: 1 });
  const members = [(await context.findMember()).browser, (await context.findOtherMember()).browser];
  const forms: [Browser, Form][] = [];
  for (const browser of members) {
    const form = await openCheckout(browser, { [desk.slug]: "1" });
    forms.push([browser, form]);
    for (let more = 0; more < 2; more++) forms.push([browser, await browser.openForm("/checkout", "Place order")]);
  }
  const answers = await Promise.all(forms.map(([browser, form]) => browser.submit(form, deliverTo(newName()))));
  const problems = answers.filter(({ status }) => status >= 500).map(({ status }) => `a checkout answered ${status}`);
  const sold = answers.flatMap((answer, index): [Browser, string][] => {
    const [number, browser] = [orderOf(answer), forms[index]?.[0]];
    return number === null || browser === undefined ? [] : [[browser, number]];
  });
  if (new Set(sold.map(([, number]) => number)).size !== 1)
    problems.push(`the last piece was sold ${sold.length} times`);
  for (const [browser, number] of sold) await cancelOrder(browser, number);

  const [browser = context.openBrowser()] = members;
  const form = await openCheckout(browser, { [desk.slug]: "1" });
  await desk.setProduct({ isHidden: true, isForMembers: true, stock: 1 });
  const hidden = orderOf(await browser.submit(form, deliverTo(newName())));
  if (hidden !== null) {
    problems.push("a hidden product was ordered");
    await cancelOrder(browser, hidden);
  }
  return judge(subject, problems, "sold once, and not once it was hidden");
}

/** Reads and cancels what another member, or a session that has ended, ordered. */
export async function attackOthersOrders(context: AttackContext): Promise<Finding[]> {
  const owner = (await context.findMember()).browser;
  const other = (await context.findOtherMember()).browser;
  const [slug = ""] = await findGoods(owner, 1);
  const name = newName();
  const number = await placeOrder(owner, slug, name);
  const strangers: [string, Browser][] = [
    ["another member", other],
    ["a stranger", context.openBrowser()],
  ];
  const findings = [
    await readOthers(strangers, number, name),
    await cancelOthers(owner, strangers, number),
    await replayEndedSession(context, other, slug),
  ];
  await cancelOrder(owner, number);
  return findings;
}

async function readOthers(readers: [string, Browser][], number: string, name: string): Promise<Finding> {
  const own = `/account/orders/${number}`;
  const paths = [
    own,
    `${own}?notice=PLACED`,
    `${own}/`,
    `${own}.rsc`,
    `${own}%20`,
    `/account/orders/0${number}`,
    `/account/orders/${number}.0`,
    `/account/orders/-${number}`,
    `/account/orders/${Number(number) + 1}`,
    `/account/orders?before=${Number(number) + 1}`,
    `/checkout?order=${number}`,
    `/admin/orders/${number}`,
    `/admin/orders?search=${number}`,
  ];
  const problems: string[] = [];
  let tries = 0;
  for (const [who, browser] of readers) {
    for (const path of paths) {
      for (const headers of path === own ? [{}, { rsc: "1" }] : [{}]) {
        const { body, status } = await browser.get(path, headers);
        tries++;
        if (showsAny(body, [name])) problems.push(`${path} shows it to ${who}`);
        if (status >= 500) problems.push(`${path} answered ${status} to ${who}`);
      }
    }
  }
  return judge(
    { asvs: "8.2.2", requirement: "R35", tried: `${tries} ways of reading an order of another member` },
    [...new Set(problems)],
    "none shows it",
  );
}

async function cancelOthers(owner: Browser, attackers: [string, Browser][], number: string): Promise<Finding> {
  const form = await openCancelForm(owner, number);
  const problems: string[] = [];
  const judgeAnswer = ({ status, location }: Answer, who: string) => {
    if (location?.includes("CANCELLED")) problems.push(`${who} was told that it is cancelled`);
    if (status >= 500) problems.push(`answered ${status} to ${who}`);
  };
  for (const [who, browser] of attackers) {
    for (const value of [number, `0${number}`, `${number}.0`, `${number}' OR TRUE --`]) {
      judgeAnswer(await browser.submit(form, { number: value }), who);
    }
  }
  for (const headers of foreignPages) judgeAnswer(await owner.submit(form, {}, headers), "a foreign page");
  await owner.get(`/account/orders/${number}?cancel=1`);
  if (!(await isPlaced(owner, number))) problems.push("the order is cancelled");
  return judge(
    {
      asvs: "8.2.2, 3.5.1",
      requirement: "R35, R38",
      tried: "cancelling it, and from foreign pages in its owner's name",
    },
    problems,
    "refused, and the order stands",
  );
}

async function replayEndedSession(context: AttackContext, browser: Browser, slug: string): Promise<Finding> {
  const name = newName();
  const number = await placeOrder(browser, slug, name);
  const cancelling = await openCancelForm(browser, number);
  const ordering = await openCheckout(browser, { [slug]: "1" });
  const session = findSession(browser);
  if (session === null) throw new Error("the member who was to log out has no session");
  await browser.post("/logout", new URLSearchParams());
  const thief = context.openBrowser();
  const problems: string[] = [];
  const steal = async (what: string, ask: () => Promise<Answer>) => {
    thief.cookies.set(session.name, session.value);
    const { body, location } = await ask();
    if (body.includes(name) || /notice=/.test(location ?? "")) problems.push(`${what} still works`);
  };
  await steal("the order's page", () => thief.get(`/account/orders/${number}`));
  await steal("the list", () => thief.get("/account/orders"));
  await steal("cancelling", () => thief.submit(cancelling, {}));
  await steal("the checkout", () => thief.submit(ordering, deliverTo(name)));
  return judge(
    { asvs: "7.4.1", requirement: "R29", tried: "reading, cancelling and ordering with a cookie of an ended session" },
    problems,
    "refused at once",
  );
}
