const newline = 10
const carriageReturn = 13

/** Makes a carriage return that no line feed follows, as old programs end their lines, a line feed; the rest stays. */
export async function* endLinesAlike(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Whether a return at a chunk's end stands alone is seen in the next one.
  let held = false
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    if (held) yield Buffer.of(chunk[0] === newline ? carriageReturn : newline)
    held = chunk.at(-1) === carriageReturn
    const bytes = held ? chunk.subarray(0, -1) : chunk
    for (let at = bytes.indexOf(carriageReturn); at !== -1; at = bytes.indexOf(carriageReturn, at + 1))
      if (bytes[at + 1] !== newline) bytes[at] = newline
    yield bytes
  }
  if (held) yield Buffer.of(newline)
}
