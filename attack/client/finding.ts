type Verdict = "pass" | "fail" | "not tried";

/** One line of the sheet. */
export type Finding = {
  /** Item of the OWASP Application Security Verification Standard 5.0. */
  asvs: string;
  /** The shop's own requirement, R1 to R46 (docs/security.md). */
  requirement: string;
  tried: string;
  seen: string;
  verdict: Verdict;
};

export type Subject = Pick<Finding, "asvs" | "requirement" | "tried">;

/** A line that fails with the problems found, or passes with what was seen instead of them. */
export function judge(subject: Subject, problems: string[], seenIfGood: string): Finding {
  const isGood = problems.length === 0;
  const shown = problems.length > 4 ? [...problems.slice(0, 4), `and ${problems.length - 4} more`] : problems;
  return { ...subject, seen: isGood ? seenIfGood : shown.join("; "), verdict: isGood ? "pass" : "fail" };
}

/** A line about what could not be tried here, with the reason. */
export function notTried(subject: Subject, reason: string): Finding {
  return { ...subject, seen: reason, verdict: "not tried" };
}
