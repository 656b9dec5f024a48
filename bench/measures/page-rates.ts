import { askForCode, newShopper } from "@/bench/harness/bench-shopper";
import { type Bench, type Measure, measureLoad, type Target } from "@/bench/harness/load";

const floors = {
  alone: "static page, no middleware",
  behind: "static page behind a middleware that does nothing",
  heavy: "the same with as many bytes as /home",
  perRequest: "page made per request, empty",
};

/** Pages a second, each against floors of the same run: first one process, then two of everything. */
export const pageRates: Measure = async (bench) => {
  const home = await fetch(`${bench.shop.APP_URL}/home`, { headers: { cookie: bench.memberCookie } });
  const heavyBytes = Buffer.byteLength(await home.text());
  const floor = await bench.startFloor({ heavyBytes, processes: 2 });
  const second = await bench.startShopAgain();
  try {
    const shopUrls = [bench.shop.APP_URL ?? "", second.url];
    const one = await measureLoad(await targetsOf(bench, floor.urls.slice(0, 1), shopUrls.slice(0, 1)));
    const two = await measureLoad(await targetsOf(bench, floor.urls, shopUrls));
    return [
      `Requests a second, 32 connections, load on the same cores. /home has ${(heavyBytes / 1_000).toFixed(1)} kB of HTML.`,
      ...table("One process", one),
      ...table("Two processes", two),
    ];
  } finally {
    await second.stop();
    await floor.stop();
  }
};

async function targetsOf({ shop, memberCookie }: Bench, floorUrls: string[], shopUrls: string[]): Promise<Target[]> {
  // Its page lives ten minutes, which is more than these measures take.
  const { request } = await askForCode(newShopper(shop.APP_URL ?? ""), "bench@example.com");
  const at = (urls: string[], path: string) => urls.map((url) => url + path);
  return [
    { name: floors.alone, urls: at(floorUrls, "/"), status: 200 },
    { name: floors.behind, urls: at(floorUrls, "/behind"), status: 200 },
    { name: floors.heavy, urls: at(floorUrls, "/behind/heavy"), status: 200 },
    { name: floors.perRequest, urls: at(floorUrls, "/per-request"), status: 200 },
    { name: "/home with a session", urls: at(shopUrls, "/home"), status: 200, cookie: memberCookie },
    { name: "/home of a stranger (redirect)", urls: at(shopUrls, "/home"), status: 307 },
    { name: "/ (storefront)", urls: at(shopUrls, "/"), status: 200 },
    { name: "/login", urls: at(shopUrls, "/login"), status: 200 },
    { name: "/register", urls: at(shopUrls, "/register"), status: 200 },
    { name: "/login with a return path", urls: at(shopUrls, "/login?next=/home"), status: 200 },
    {
      name: "/otp of a pending code",
      urls: at(shopUrls, request.page),
      status: 200,
      cookie: request.browser.cookieHeader,
    },
    { name: "/account with a session", urls: at(shopUrls, "/account"), status: 200, cookie: memberCookie },
  ];
}

/** Each rate with its ratio to each floor. */
function table(heading: string, rates: Map<string, number>): string[] {
  const columns = [
    ["static", floors.alone],
    ["behind", floors.behind],
    ["heavy", floors.heavy],
    ["made", floors.perRequest],
  ] as const;
  const rows = [...rates].map(([name, rate]) => {
    const ratios = columns.map(([, floor]) => (rate / (rates.get(floor) ?? 1)).toFixed(2).padStart(7));
    return `${name.padEnd(50)} ${rate.toFixed(0).padStart(6)} ${ratios.join(" ")}`;
  });
  return ["", `${heading.padEnd(50)}    /s  ${columns.map(([title]) => title.padStart(7)).join(" ")}`, ...rows];
}
