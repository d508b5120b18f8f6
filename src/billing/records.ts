/**
 * Parts a file into its records and says on which line each began. What comes out is CSV for COPY: the line's number,
 * then the record. A line without quotes passes as the bytes that it is; only one with quotes is read field by field.
 */
import type { Fault, Reason } from './report.ts'

const newline = 10
const carriageReturn = 13
const quote = 34
const tab = 9

const shown = (code: number) => `\\x${code.toString(16).padStart(2, '0')}`

export interface RecordOptions {
  delimiter: string
  /** So many fields has the header. */
  fields: number
  onFault(fault: Fault): void
  onRow(): void
}

/** The rows of a file, without its header, ready for COPY; what is no record is told as a fault and left out. */
export async function* records(
  bytes: AsyncIterable<Uint8Array>,
  options: RecordOptions,
): AsyncGenerator<Buffer> {
  const lines = new Records(options)
  for await (const chunk of bytes) {
    const out = lines.take(chunk)
    if (out.length > 0) yield out
  }
  const last = lines.end()
  if (last.length > 0) yield last
}

class Records {
  readonly #options: RecordOptions
  readonly #delimiter: number
  #rest: Buffer = Buffer.alloc(0)
  #line = 0
  /** A record that goes on over lines, since a quote in it is open. */
  #open: { line: number; text: string } | null = null

  constructor(options: RecordOptions) {
    this.#options = options
    this.#delimiter = options.delimiter.charCodeAt(0)
  }

  take(chunk: Uint8Array): Buffer {
    const bytes =
      this.#rest.length > 0
        ? Buffer.concat([this.#rest, chunk])
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const out = new Output(bytes.length)
    let from = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
      this.#takeLine(bytes, from, end, out)
      from = end + 1
    }
    this.#rest = Buffer.from(bytes.subarray(from))
    return out.bytes()
  }

  end(): Buffer {
    const out = new Output(this.#rest.length)
    if (this.#rest.length > 0) this.#takeLine(this.#rest, 0, this.#rest.length, out)
    if (this.#open !== null) this.#fault(this.#open.line, 'open-quote', this.#open.text.slice(0, 80))
    return out.bytes()
  }

  #takeLine(bytes: Buffer, from: number, newlineAt: number, out: Output): void {
    this.#line++
    const end = newlineAt > from && bytes[newlineAt - 1] === carriageReturn ? newlineAt - 1 : newlineAt
    if (this.#line === 1) return
    if (this.#open !== null)
      return void this.#goOn(`${this.#open.text}\n${bytes.toString('utf8', from, end)}`, this.#open.line, out)
    if (end === from || (end - from === 1 && bytes[from] === 26)) return // an empty line, or DOS's mark of a file's end
    let fields = 1
    for (let at = from; at < end; at++) {
      const byte = bytes[at]
      if (byte === this.#delimiter) fields++
      else if (byte === quote) return void this.#goOn(bytes.toString('utf8', from, end), this.#line, out)
      else if (byte !== undefined && byte < 32 && byte !== tab)
        return void this.#fault(this.#line, 'bad-character', shown(byte))
    }
    if (fields !== this.#options.fields) return void this.#wrongCount(this.#line, fields)
    this.#options.onRow()
    out.add(this.#line, this.#delimiter, bytes, from, end)
  }

  #goOn(text: string, line: number, out: Output): void {
    const fields = fieldsOf(text, this.#options.delimiter)
    if (fields === null) {
      // No field of the billing is longer: a quote this far open was never meant to be one.
      if (text.length < 10_000) this.#open = { line, text }
      else {
        this.#open = null
        this.#fault(line, 'open-quote', text.slice(0, 80))
      }
      return
    }
    this.#open = null
    const control = controls.exec(text)?.[0]
    if (control !== undefined) return void this.#fault(line, 'bad-character', shown(control.charCodeAt(0)))
    if (fields.length !== this.#options.fields) return void this.#wrongCount(line, fields.length)
    this.#options.onRow()
    const csv = fields.map(field => `"${field.replaceAll('"', '""')}"`).join(this.#options.delimiter)
    const bytes = Buffer.from(csv)
    out.add(line, this.#delimiter, bytes, 0, bytes.length)
  }

  #wrongCount(line: number, found: number): void {
    this.#options.onFault({
      line,
      field: '',
      value: String(found),
      reason: 'field-count',
      expected: String(this.#options.fields),
    })
  }

  #fault(line: number, reason: Reason, value: string): void {
    this.#options.onFault({ line, field: '', value, reason, expected: '' })
  }
}

/** Control characters, of which only a tab and a line's end may stand in a field. */
const controls = /(?![\t\n])\p{Cc}/u

/** Bytes under way to COPY. */
class Output {
  #bytes: Buffer
  #length = 0

  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected * 2 + 64)
  }

  add(line: number, delimiter: number, source: Buffer, from: number, end: number): void {
    const needed = this.#length + end - from + 24
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(needed * 2)
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    this.#length += this.#bytes.write(String(line), this.#length, 'latin1')
    this.#bytes[this.#length++] = delimiter
    this.#length += source.copy(this.#bytes, this.#length, from, end)
    this.#bytes[this.#length++] = newline
  }

  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }
}

/**
 * The fields of one record, or null where a quote in it is still open. A quote opens only at a field's beginning:
 * elsewhere it is a character like any other, as in «Мар"яна».
 */
export function fieldsOf(record: string, delimiter: string): string[] | null {
  const fields: string[] = []
  let from = 0
  for (;;) {
    if (record[from] !== '"') {
      const end = record.indexOf(delimiter, from)
      fields.push(record.slice(from, end === -1 ? undefined : end))
      if (end === -1) return fields
      from = end + 1
      continue
    }
    let end = record.indexOf('"', from + 1)
    while (end !== -1 && record[end + 1] === '"') end = record.indexOf('"', end + 2)
    if (end === -1) return null
    const field = record.slice(from + 1, end).replaceAll('""', '"')
    const next = record.indexOf(delimiter, end)
    fields.push(field + record.slice(end + 1, next === -1 ? undefined : next))
    if (next === -1) return fields
    from = next + 1
  }
}
