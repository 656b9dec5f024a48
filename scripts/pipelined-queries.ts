import type { PGlite } from "@electric-sql/pglite";

const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4);
const STARTS_OR_CONTINUES_PIPELINE = new Set("PBDECH".split("").map((letter) => letter.charCodeAt(0)));
const ENDS_PIPELINE = new Set("SQ".split("").map((letter) => letter.charCodeAt(0)));

/**
 * Keeps the messages of one prepared query together.
 * pglite-socket hands PGlite one message at a time and lets connections take turns between messages unless a
 * transaction is open. A query with large parameters arrives in several pieces, so another connection's Parse could come
 * between its Parse and its Bind, and it would run the wrong statement (seen). Here an unfinished pipeline counts as an
 * open transaction.
 */
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
      // pglite-socket's queue never moves again after this; better no database than one that hangs.
      onCrash(error);
      throw error;
    }
  };

  // pglite-socket rolls back through exec() when a client leaves in the middle. An unfinished pipeline is closed first.
  const exec = database.exec.bind(database);
  database.exec = async (query, options) => {
    if (isMidPipeline) {
      isMidPipeline = false;
      await database.execProtocolRaw(SYNC);
    }
    return exec(query, options);
  };
}
