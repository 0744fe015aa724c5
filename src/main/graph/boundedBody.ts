/**
 * The bytes of an answer, counted as they come, whatever its headers claim. Null where there are more than may be: the rest is
 * not read, and the connection ends.
 */
export async function boundedBody(response: Response, mostBytes: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > mostBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
