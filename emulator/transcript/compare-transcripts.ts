import type { Transcript } from "@/emulator/transcript/scenario";

export type Difference = { step: string; what: string; ours: unknown; theirs: unknown };

/** Where two runs of one scenario answered differently, step by step. */
export function compareTranscripts(ours: Transcript, theirs: Transcript): Difference[] {
  return ours.answers.flatMap((answer, index): Difference[] => {
    const other = theirs.answers[index];
    if (other === undefined || other.step !== answer.step)
      return [{ step: answer.step, what: "step", ours: answer.step, theirs: other?.step }];
    const aspects = ["status", "code", "state", "keys", "headers"] as const;
    return aspects
      .filter((what) => JSON.stringify(answer[what]) !== JSON.stringify(other[what]))
      .map((what) => ({ step: answer.step, what, ours: answer[what], theirs: other[what] }));
  });
}
