import {
  unstable_isUnrecognizedActionError as isUnrecognizedActionError,
  unstable_rethrow as rethrowOfNext,
} from "next/navigation";

/**
 * What the shop answers, or `unreached` where the line to it has failed: an error page would take what was typed. Ways
 * to another page are Next's to go, and what a page is too old for is the error page's to say.
 */
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
