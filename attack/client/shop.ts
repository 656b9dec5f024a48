import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, askExactly } from "./exact-request";

export type ShopOptions = {
  url: URL;
  /** After so many requests the pack stops, whatever is left to try. */
  requestBudget: number;
  /** Between two requests, in milliseconds. */
  pauseMs: number;
};

export type GivenRequest = { headers?: Record<string, string | undefined>; body?: Buffer };

/** Says who is asking, so that whoever reads the shop's log knows what this was. */
export const userAgent = "myshop-attack-pack (a security test by the operator of this shop)";

/** The budget is used up: what was not tried is told as such. */
export class BudgetSpent extends Error {
  override name = "BudgetSpent";
}

/** The shop under attack: sends requests one after the other, counts them, and keeps every answer. */
export class Shop {
  readonly url: URL;
  /** Everything the shop answered so far. */
  readonly answers: Answer[] = [];
  /** The address that this client says it has, where the shop believes it: a test rig in which no proxy stands between. */
  source: string | null = null;
  private asked = 0;

  constructor(private readonly options: ShopOptions) {
    this.url = options.url;
  }

  get requestsMade(): number {
    return this.asked;
  }

  get isHttps(): boolean {
    return this.url.protocol === "https:";
  }

  /** Sends one request. Throws BudgetSpent instead of sending one too many. */
  async ask(method: string, path: string, given: GivenRequest = {}): Promise<Answer> {
    if (this.asked >= this.options.requestBudget) {
      throw new BudgetSpent(`the budget of ${this.options.requestBudget} requests is used up`);
    }
    this.asked += 1;
    if (this.options.pauseMs > 0) await sleep(this.options.pauseMs);
    const all = { "user-agent": userAgent, accept: "text/html,*/*", ...this.sourceHeader(), ...given.headers };
    const headers = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const answer = await askExactly(this.url, { method, path, headers, body: given.body });
    this.answers.push(answer);
    return answer;
  }

  /** The path of a Location header on this shop, or null if it leads elsewhere or nowhere. */
  pathOf(location: string | null): string | null {
    if (location === null || !URL.canParse(location, this.url)) return null;
    const url = new URL(location, this.url);
    return url.origin === this.url.origin ? `${url.pathname}${url.search}` : null;
  }

  private sourceHeader(): Record<string, string> {
    return this.source === null ? {} : { "x-forwarded-for": this.source };
  }
}
