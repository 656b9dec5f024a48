import type { EnvFile, Values } from "./env-file";

type Outcome = "found" | "kept" | "created" | "changed" | "saved" | "skipped";
export type StepReport = { step: string; outcome: Outcome; detail: string };

/** What each step of set-up works with. */
export type SetupRun = {
  env: EnvFile;
  /** Where the providers are: `providerUrls`. */
  addresses: Values;
  isDryRun: boolean;
  /** The name of the shop, which people see in code messages. */
  shopName: string;
  tell(report: StepReport): void;
  /** What is left for the operator to do, with the address of the page. */
  leave(sentence: string): void;
};

/** Does what changes an account, and tells of it; in a dry run only tells. */
export async function act<Made>(
  { isDryRun, tell }: SetupRun,
  report: StepReport,
  work: () => Promise<Made>,
): Promise<Made | null> {
  const made = isDryRun ? null : await work();
  tell(report);
  return made;
}
