import { existsSync, readFileSync } from "node:fs";

/** `atSecondTry` are among the passed. */
export type TestCounts = { passed: number; failed: number; skipped: number; atSecondTry: number };

export const noTests: TestCounts = { passed: 0, failed: 0, skipped: 0, atSecondTry: 0 };
export const oneFailure: TestCounts = { ...noTests, failed: 1 };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

export function describeCounts({ passed, failed, skipped, atSecondTry }: TestCounts): string {
  const notRun = skipped > 0 ? `, ${skipped} skipped` : "";
  return `${passed} passed, ${failed} failed${notRun}${atSecondTry > 0 ? `, ${atSecondTry} of them at a second try` : ""}`;
}

/** A file that fails early is one failure. */
export function readVitestCounts(file: string): TestCounts {
  const report = readReport<VitestReport>(file);
  if (report === null) return oneFailure;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return {
    ...noTests,
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests,
  };
}

/** Errors outside tests are failures. */
export function readPlaywrightCounts(file: string): TestCounts {
  const report = readReport<PlaywrightReport>(file);
  if (report === null) return oneFailure;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped, atSecondTry: flaky };
}

function readReport<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}
