import type { PGlite } from "@electric-sql/pglite";

const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4);
const STARTS_OR_CONTINUES_PIPELINE = new Set("PBDECH".split("").map((letter) => letter.charCodeAt(0)));
const ENDS_PIPELINE = new Set("SQ".split("").map((letter) => letter.charCodeAt(0)));

/** Keeps a prepared query together: pglite-socket lets another's Parse in between Parse and Bind. */
export function keepPipelinesTogether(database: PGlite, onCrash: (error: unknown) => void): void {
  let isMidPipeline = false;

  const isInTransaction = database.isInTransaction.bind(database);
  database.isInTransaction = () => isMidPipeline || isInTransaction();

  const execProtocolRawStream = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = async (message, options) => {
    const type = message[0] ?? 0;
    if (STARTS_OR_CONTINUES_PIPELINE.has(type)) isMidPipeline = true;
    if (ENDS_PIPELINE.has(type)) isMidPipeline = false;
    try {
      await execProtocolRawStream(message, options);
    } catch (error) {
      // pglite-socket hangs after this.
      onCrash(error);
      throw error;
    }
  };

  // It rolls back by exec(); an unfinished pipeline is closed first.
  const exec = database.exec.bind(database);
  database.exec = async (query, options) => {
    if (isMidPipeline) {
      isMidPipeline = false;
      await database.execProtocolRaw(SYNC);
    }
    return exec(query, options);
  };
}
