import { isAscii, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import { type Header, readHeader } from './columns.ts'
import { delimiterOf, type delimiters } from './delimiter.ts'
import { type Encoding, encodingOfBytes, sampleWords } from './encoding.ts'
import { fieldsOf } from './records.ts'
import type { Fault, Reason } from './report.ts'

/** What is known of a file before its rows are read. */
export interface Examined {
  hash: Buffer
  encoding: Encoding
  delimiter: (typeof delimiters)[number]
  samples: string[]
  header: Header
}

const sampleSize = 1_000_000
/** So many bytes that hold letters above ASCII are looked at to find their encoding. */
const lettersSize = 200_000

/**
 * Reads a file once through, for its hash, its encoding, its delimiter and its columns. Memory stays bounded.
 * Gives the faults for which it can't be read at all; throws what the file system throws.
 */
export async function examine(file: string): Promise<Examined | Fault[]> {
  const { hash, utf8, zero, start, high } = await readThrough(file)
  if (start.length === 0) return [fileFault('empty-file')]
  if (zero) return [fileFault('not-text')]
  const encoding = utf8 ? 'utf-8' : encodingOfBytes(high)
  if (encoding === null) return [fileFault('unreadable-letters')]
  const text = iconv.decode(start, encoding)
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const delimiter = delimiterOf(first)
  const header = readHeader(fieldsOf(first, delimiter) ?? [first])
  if (Array.isArray(header)) return header
  return { hash, encoding, delimiter, samples: sampleWords(text.slice(0, 100_000), 3), header }
}

interface Read {
  hash: Buffer
  utf8: boolean
  zero: boolean
  start: Buffer
  /** The first lines that hold bytes above ASCII, for the encoding is seen in them alone. */
  high: Buffer
}

async function readThrough(file: string): Promise<Read> {
  const hash = createHash('sha256')
  const high: Buffer[] = []
  let highSize = 0
  let start: Buffer = Buffer.alloc(0)
  let rest: Buffer = Buffer.alloc(0)
  let utf8 = true
  let zero = false
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const chunk: Buffer = piece // a stream without an encoding gives buffers
    hash.update(chunk)
    if (start.length < sampleSize) start = Buffer.concat([start, chunk])
    zero ||= chunk.includes(0)
    if (utf8) {
      // A letter may be cut in two between chunks: what stands after the last line's end waits for the next one.
      const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const end = whole.lastIndexOf(10) + 1
      utf8 = isUtf8(whole.subarray(0, end)) && whole.length - end < sampleSize
      rest = Buffer.from(whole.subarray(end))
    }
    if (highSize < lettersSize && !isAscii(chunk)) {
      high.push(chunk.subarray(0, lettersSize))
      highSize += lettersSize
    }
  }
  return { hash: hash.digest(), utf8: utf8 && isUtf8(rest), zero, start, high: Buffer.concat(high) }
}

function fileFault(reason: Reason): Fault {
  return { line: 0, field: '', value: '', reason, expected: '' }
}
