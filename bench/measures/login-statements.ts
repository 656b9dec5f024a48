import getPort from "get-port";
import { addMembers } from "@/bench/harness/add-members";
import { logInWhole } from "@/bench/harness/bench-shopper";
import { startCountingProxy } from "@/bench/harness/counting-proxy";
import type { Measure } from "@/bench/harness/load";
import { createEmulatorClient } from "@/emulator/client";
import { startNext, waitForAnswer } from "@/scripts/processes/next-server";

const populations = [1_000, 1_000_000];
const logins = 5;
/** From the first form to the premium page (issue 4). */
const most = 12;

/** How many statements a login sends to the database, and whether that grows with the number of users. */
export const loginStatements: Measure = async ({ shop }) => {
  const inbox = createEmulatorClient(shop.EMULATOR_URL ?? "");
  const proxy = await startCountingProxy(shop.DATABASE_URL ?? "");
  const port = await getPort();
  const url = `http://localhost:${port}`;
  const server = startNext("start", port, {
    ...shop,
    NODE_ENV: "production",
    APP_URL: url,
    DATABASE_URL: proxy.url,
  });
  try {
    await waitForAnswer(`${url}/api/health`, server, 60_000);
    const lines = ["Statements of one login, from the first form to the premium page, BEGIN and COMMIT counted."];
    for (const [round, population] of populations.entries()) {
      await addMembers(shop.DATABASE_URL ?? "", population);
      // Work once in minutes does not count: a new premium page, a note that a provider is healthy.
      await logInWhole(url, inbox, `member${900 + round}@bench.example`);
      const counts: number[] = [];
      for (let login = 1; login <= logins; login++) {
        proxy.takeStatements();
        await logInWhole(url, inbox, `member${round * 100 + login}@bench.example`);
        await new Promise((resolve) => setTimeout(resolve, 500));
        counts.push(proxy.takeStatements().length);
      }
      const worst = Math.max(...counts);
      const verdict = worst <= most ? `at most ${most}, as asked` : `MORE THAN ${most}`;
      lines.push(`${population.toLocaleString("en").padStart(12)} users   ${counts.join(" ")}   ${verdict}`);
      if (worst > most) process.exitCode = 1;
    }
    return lines;
  } finally {
    await server.stop();
    proxy.close();
  }
};
