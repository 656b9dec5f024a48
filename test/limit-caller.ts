// A process that counts: `limit-caller.ts <policy> <subject> <parallel calls>`.
import { consume, LimitsUnavailable } from "@/lib/limits/consume";
import type { PolicyName } from "@/lib/limits/policies";

const [policy, subject = "", calls] = process.argv.slice(2);
const startedAt = Date.now();
try {
  const decisions = await Promise.all(
    Array.from({ length: Number(calls) }, () => consume([{ policy: policy as PolicyName, subject }])),
  );
  print({ allowed: decisions.filter(({ isAllowed }) => isAllowed).length });
} catch (error) {
  print({ error: error instanceof LimitsUnavailable ? `unavailable: ${error.store}` : String(error) });
}

function print(outcome: object): void {
  process.stdout.write(JSON.stringify({ ...outcome, seconds: (Date.now() - startedAt) / 1000 }), () => process.exit());
}
