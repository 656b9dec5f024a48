import { randomBytes } from "node:crypto";
import { type AttackContext, showsAny } from "@/attack/client/attack-context";
import type { Desk } from "@/attack/client/desk";
import type { Answer } from "@/attack/client/exact-request";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import type { Form } from "@/attack/client/html-form";
import { type Browser, foreignPages, type Headers } from "@/attack/client/shop-client";
import { cancelOrder, findGoods, isPlaced, placeOrder } from "@/attack/client/shopping";

type Forms = { product: Form; order: Form };

const shown = { isHidden: false, isForMembers: false, stock: 5 };

/** Enters the desks of products and orders as a customer, without a fresh passkey, and from other sites. */
export async function attackDesks(context: AttackContext): Promise<Finding[]> {
  const owner = (await context.findMember()).browser;
  const customer = (await context.findOtherMember()).browser;
  const [slug = ""] = await findGoods(owner, 1);
  const name = `Attack ${randomBytes(6).toString("hex")}`;
  const number = await placeOrder(owner, slug, name);
  const visitors: [string, Browser][] = [
    ["a customer with a passkey", customer],
    ["a stranger", context.openBrowser()],
  ];
  const findings = [await enterDesks(visitors, number, name), ...(await sendForms(context, visitors, owner, number))];
  await cancelOrder(owner, number);
  return findings;
}

async function enterDesks(visitors: [string, Browser][], number: string, name: string): Promise<Finding> {
  const order = `/admin/orders/${number}`;
  const pages = ["/admin/orders", `/admin/orders?search=${number}`, order, `${order}/accept`, `${order}/cancel`];
  const paths = [...pages, `${order}/send`, "/admin/products", "/admin/products/new", "/admin/orders/export"];
  const problems: string[] = [];
  const judgeAnswer = ({ method, path, status, body, headers }: Answer, who: string) => {
    const isOpen = status === 200 && !/not.found/i.test(body);
    if (isOpen || showsAny(body, [name]) || headers["content-type"]?.includes("csv"))
      problems.push(`${method} ${path} opens to ${who}`);
    if (status >= 500) problems.push(`${method} ${path} answered ${status} to ${who}`);
  };
  for (const [who, browser] of visitors) {
    for (const path of paths) {
      for (const headers of [{}, { rsc: "1" }]) judgeAnswer(await browser.get(path, headers), who);
    }
    judgeAnswer(await browser.post("/admin/orders/export", new URLSearchParams()), who);
  }
  return judge(
    { asvs: "8.2.1", requirement: "R35", tried: `${paths.length} pages of the desks, and the export, as a customer` },
    problems,
    "none opens",
  );
}

async function sendForms(
  context: AttackContext,
  visitors: [string, Browser][],
  owner: Browser,
  number: string,
): Promise<Finding[]> {
  const tried = [
    { asvs: "8.2.1", requirement: "R35", tried: "an admin's forms and preview, sent by a customer and a stranger" },
    { asvs: "7.5.1", requirement: "R33", tried: "an admin's forms and export without a fresh passkey" },
    {
      asvs: "3.5.1",
      requirement: "R38",
      tried: "an admin's forms and export from foreign pages, with a fresh passkey",
    },
  ] as const;
  const desk = await context.findDesk();
  if (desk === null) return tried.map((subject) => notTried(subject, "--admin names no admin"));
  const wasThere = (await desk.findProduct()) !== null;
  const forms = { product: await desk.openProductForm(), order: await desk.openOrderForm(number) };
  const [byOthers, withoutProof, fromElsewhere] = tried;
  const change = async (browser: Browser, headers?: Headers) => await changeAll(desk, forms, browser, headers);
  const findChanges = async () => [
    ...((await isPlaced(owner, number)) ? [] : ["the order was accepted"]),
    ...((await desk.findProduct()) === null || wasThere ? [] : ["the product was added"]),
  ];

  const problems: string[] = [];
  for (const [who, browser] of visitors) {
    const preview = await desk.submitProduct(forms.product, shown, { browser, values: { preview: "yes" } });
    if (/id="preview"[^>]*><div/.test(preview.body)) problems.push(`the preview answers ${who}`);
    problems.push(...(await change(browser)).map((what) => `${what} for ${who}`));
  }
  const findings = [judge(byOthers, [...problems, ...(await findChanges())], "refused, and nothing changed")];
  const unproven = await change(desk.browser);
  findings.push(judge(withoutProof, [...unproven, ...(await findChanges())], "refused, and nothing changed"));

  await desk.confirm("administer");
  await desk.confirm("export-records");
  const foreign: string[] = [];
  for (const headers of foreignPages) foreign.push(...(await change(desk.browser, headers)));
  findings.push(judge(fromElsewhere, [...foreign, ...(await findChanges())], "refused, and nothing changed"));
  return findings;
}

/** What the shop did, in words; it should do nothing. */
async function changeAll(desk: Desk, forms: Forms, browser: Browser, headers?: Headers): Promise<string[]> {
  const answers = [
    await desk.submitProduct(forms.product, shown, { browser, headers }),
    await browser.submit(forms.order, {}, headers),
    await browser.post("/admin/orders/export", new URLSearchParams(), headers),
  ];
  return answers.flatMap(({ path, status, location, headers: { "content-type": type = "" } }) => [
    ...(/notice=(?:ADDED|ACCEPTED)/.test(location ?? "") ? [`${path} changed something`] : []),
    ...(type.includes("csv") ? ["the export gave a file"] : []),
    ...(status >= 500 ? [`${path} answered ${status}`] : []),
  ]);
}
