export type StoreName = "postgres" | "redis";

/** The store of the limits did not answer. Nobody may go on as if it had: sending and checking stay closed. */
export class LimitsUnavailable extends Error {
  override name = "LimitsUnavailable";

  constructor(
    readonly store: StoreName,
    cause: unknown,
  ) {
    super(`The store of the limits (${store}) did not answer.`, { cause });
  }
}
