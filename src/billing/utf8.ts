import { isUtf8 } from 'node:buffer'

const newline = 10
const carriageReturn = 13
/** After so many strange bytes no more are weighed where they outnumber the letters. */
const enough = 1000

/** Whether all the bytes given so far are UTF-8, but for a letter that may be cut in two at their end. */
export class Utf8Check {
  #rest: Buffer = Buffer.alloc(0)
  #good = true

  take(chunk: Buffer): void {
    if (!this.#good) return
    const whole = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    const end = whole.length - cutLetter(whole)
    this.#good = isUtf8(whole.subarray(0, end))
    this.#rest = Buffer.from(whole.subarray(end))
  }

  /** To be asked once all is taken. */
  passed(): boolean {
    return this.#good && this.#rest.length === 0
  }
}

/** A byte that is no part of a letter, shown as `\xNN` with what stands around it. */
export interface StrangeByte {
  line: number
  value: string
}

/**
 * The first byte that is not UTF-8 in bytes most of whose letters are; null where they are something else, such as
 * Windows-1251, of which a letter here and there looks like one of UTF-8.
 */
export async function strangeByteIn(chunks: AsyncIterable<Buffer>): Promise<StrangeByte | null> {
  let first: StrangeByte | null = null
  let [line, letters, strange, before] = [1, 0, 0, 0]
  let rest: Buffer = Buffer.alloc(0)
  const look = (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] ?? 0
      const length = byte < 0x80 ? 1 : letterAt(bytes, at)
      if (byte === carriageReturn || (byte === newline && before !== carriageReturn)) line++
      else if (length > 1) letters++
      else if (length === 0) {
        strange++
        first ??= { line, value: around(bytes, at) }
      }
      before = byte
      at += Math.max(length, 1)
    }
  }
  for await (const chunk of chunks) {
    const whole = Buffer.concat([rest, chunk])
    const end = whole.length - cutLetter(whole)
    look(whole.subarray(0, end))
    if (strange > enough && strange > letters) return null
    rest = whole.subarray(end)
  }
  look(rest)
  return letters >= 5 * strange ? first : null
}

/** How many bytes at the end are the beginning of a letter that is not whole. */
function cutLetter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return back < lengthBy(byte) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** How many bytes the letter has that begins here, above ASCII; 0 where none does. */
function letterAt(bytes: Buffer, at: number): number {
  const length = lengthBy(bytes[at] ?? 0)
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0
}

function lengthBy(first: number): number {
  return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

function around(bytes: Buffer, at: number): string {
  const text = (from: number, to: number) => bytes.toString('utf8', from, to).replaceAll('\ufffd', '')
  const before =
    text(Math.max(0, at - 30), at)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  const after = text(at + 1, at + 31).split(/[\r\n]/)[0] ?? ''
  return `${before}\\x${(bytes[at] ?? 0).toString(16)}${after}`
}
