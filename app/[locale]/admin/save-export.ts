/** How many rows have come so far, the line of column names left out. */
export type OnRows = (rows: number) => void;

/** The server led to a page in place of a file: the login, or one that says what is wrong. */
export class NotAFile extends Error {
  override name = "NotAFile";
  constructor(readonly page: string) {
    super("The answer is not a file.");
  }
}

/** Parts are put together from here on, so that the browser can move them from its memory to its disk. */
const partBytes = 8 * 1_024 * 1_024;
const LINE_FEED = 10;

/**
 * Reads a CSV file of ours and saves it under the name that the server gives it, telling how many rows have come. Gives
 * the number of rows. Throws NotAFile, or what `fetch` throws where the connection breaks or `signal` aborts: a file
 * that is not whole is not saved.
 */
export async function saveExport(href: string, signal: AbortSignal, onRows: OnRows): Promise<number> {
  // As a plain form is sent: the answer leads on by GET (303) where there is no file.
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await fetch(href, { method: "POST", headers, body: "", signal });
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  if (!answer.ok || answer.body === null || name === undefined) throw new NotAFile(answer.url);
  const reader = answer.body.getReader();
  let file = new Blob();
  let part: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let lines = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    part.push(value);
    bytes += value.length;
    for (const byte of value) if (byte === LINE_FEED) lines++;
    if (bytes > partBytes) {
      file = new Blob([file, ...part]);
      part = [];
      bytes = 0;
    }
    onRows(Math.max(0, lines - 1));
  }
  save(new Blob([file, ...part], { type: "text/csv" }), name);
  return Math.max(0, lines - 1);
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // A browser may ask where to save it before it reads the address.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
