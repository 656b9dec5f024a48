/**
 * The body of a request, or null if it is longer than `maxBytes`. Stops reading there: Content-Length may be missing or
 * a lie, and without a limit anybody could fill the memory.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
