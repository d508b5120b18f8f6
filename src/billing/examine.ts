import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import { type Header, readHeader } from './columns.ts'
import { delimiterOf, type delimiters } from './delimiter.ts'
import { type Encoding, encodingOfBytes, sampleWords } from './encoding.ts'
import { partRecord } from './fields.ts'
import type { Fault, Reason } from './report.ts'
import { strangeByteIn, Utf8Check } from './utf8.ts'

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
  if (!utf8) {
    const strange = await strangeByteIn(chunksOf(file))
    if (strange !== null) return [{ ...fileFault('not-utf-8'), ...strange }]
  }
  const encoding = utf8 ? 'utf-8' : encodingOfBytes(high)
  if (encoding === null) return [fileFault('unreadable-letters')]
  const text = iconv.decode(start, encoding)
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const delimiter = delimiterOf(first)
  const { fields, open } = partRecord(first, delimiter)
  const header = readHeader(open ? [first] : fields)
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
  const utf8 = new Utf8Check()
  let zero = false
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk)
    if (start.length < sampleSize) start = Buffer.concat([start, chunk])
    zero ||= chunk.includes(0)
    utf8.take(chunk)
    if (highSize < lettersSize && !isAscii(chunk)) {
      high.push(chunk.subarray(0, lettersSize))
      highSize += lettersSize
    }
  }
  return { hash: hash.digest(), utf8: utf8.passed(), zero, start, high: Buffer.concat(high) }
}

/** A stream without an encoding gives buffers. */
function chunksOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: 1 << 18 })
}

function fileFault(reason: Reason): Fault {
  return { line: 0, field: '', value: '', reason, expected: '' }
}
