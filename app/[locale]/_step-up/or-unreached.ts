import {
  unstable_isUnrecognizedActionError as isUnrecognizedActionError,
  unstable_rethrow as rethrowOfNext,
} from "next/navigation";

/** Gives `unreached` on a dropped line: an error page would lose what was typed. Rethrows Next's own errors. */
export async function orUnreached<Answer, Otherwise>(
  asked: Promise<Answer>,
  unreached: Otherwise,
): Promise<Answer | Otherwise> {
  try {
    return await asked;
  } catch (error) {
    rethrowOfNext(error);
    if (isUnrecognizedActionError(error)) throw error;
    return unreached;
  }
}
