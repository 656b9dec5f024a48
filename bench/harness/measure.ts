import type { RunningFloor } from "./floor-app";

/** What a measure finds: the shop under test, and ways to have more of it. */
export type Bench = {
  /** The environment of the running shop: APP_URL, DATABASE_URL, EMULATOR_URL and its secrets. */
  shop: NodeJS.ProcessEnv;
  /** The cookie of a member who is logged in. */
  memberCookie: string;
  /** Starts one more process of the same build on a port of its own, and gives its address. */
  startShopAgain: () => Promise<{ url: string; stop: () => Promise<void> }>;
  /** Builds and starts the app of empty pages; `heavyBytes` is the size of its heavy page. */
  startFloor: (options?: { heavyBytes?: number; processes?: number }) => Promise<RunningFloor>;
};

/** One thing that `npm run bench` measures. Gives the lines to print, the first of which is a heading. */
export type Measure = (bench: Bench) => Promise<string[]>;
