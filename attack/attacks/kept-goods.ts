import { type AttackContext, showsAny } from "@/attack/client/attack-context";
import { type Finding, judge, notTried } from "@/attack/client/finding";
import { findKeptGoods } from "@/attack/client/shopping";

/** Looks for what the shop keeps from strangers: hidden products, and prices and texts of those for members. */
export async function attackKeptGoods(context: AttackContext): Promise<Finding[]> {
  const subjects = [
    { asvs: "8.2.3", requirement: "R36", tried: "price and text of a product for members, as a stranger" },
    { asvs: "8.2.2", requirement: "R36", tried: "a hidden product, as a stranger and as a member" },
  ] as const;
  const desk = await context.findDesk();
  if (desk === null) return subjects.map((subject) => notTried(subject, "--admin names no admin who could hide one"));
  const stranger = context.openBrowser();
  const { browser } = await context.findMember();
  const page = `/products/${desk.slug}`;
  const pages = [page, `/es${page}`, `/ar${page}`, `${page}.rsc`, `${page}?preview=yes`];
  const lists = ["/", "/es", "/ar", "/sitemap.xml", "/bag", "/login", "/api/me"];
  const look = async (as: typeof stranger, paths: string[], secrets: string[]) => {
    const problems: string[] = [];
    for (const path of paths) {
      for (const headers of [{}, { rsc: "1" }]) {
        if (showsAny((await as.get(path, headers)).body, secrets)) problems.push(`${path} tells it`);
      }
    }
    return [...new Set(problems)];
  };

  const [forMembers, hidden] = subjects;
  await desk.setProduct({ isHidden: false, isForMembers: true, stock: 5 });
  const isKnown = (await browser.get(page)).body.includes(desk.secrets[0] ?? "");
  const kept = await look(stranger, [...pages, ...lists], desk.secrets);
  if (!isKnown) kept.push("a member does not see it, so this proves nothing");
  const isListed = (await findKeptGoods(stranger)).includes(desk.slug);
  await desk.setProduct({ isHidden: true, isForMembers: false, stock: 5 });
  const everything = [desk.name, ...desk.secrets];
  const found = [
    ...(await look(stranger, [...pages, ...lists], everything)),
    ...(await look(browser, [page, "/home", "/bag"], everything)).map((problem) => `${problem} to a member`),
  ];
  return [
    judge(forMembers, kept, `no page tells it; the storefront ${isListed ? "names the product" : "leaves it out"}`),
    judge(hidden, found, "no page tells that it exists"),
  ];
}
