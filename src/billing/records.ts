/**
 * Parts a file into its records and says on which line each began. What comes out is CSV for COPY: the line's number,
 * then the record. A line without quotes passes as the bytes that it is; only one with quotes is read field by field.
 */
import { CopyOutput } from './copy-output.ts'
import { partRecord } from './fields.ts'
import type { Fault, Reason } from './report.ts'

const newline = 10
const carriageReturn = 13
const quote = 34
const tab = 9

const shown = (code: number) => `\\x${code.toString(16).padStart(2, '0')}`

export interface RecordOptions {
  delimiter: string
  /** The header's names. */
  columns: readonly string[]
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
    const out = new CopyOutput(bytes.length)
    let from = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, from)) {
      this.#takeLine(bytes, from, end, out)
      from = end + 1
    }
    this.#rest = Buffer.from(bytes.subarray(from))
    return out.bytes()
  }

  end(): Buffer {
    const out = new CopyOutput(this.#rest.length)
    if (this.#rest.length > 0) this.#takeLine(this.#rest, 0, this.#rest.length, out)
    if (this.#open !== null) this.#openQuote(this.#open.line, this.#open.text)
    return out.bytes()
  }

  #takeLine(bytes: Buffer, from: number, newlineAt: number, out: CopyOutput): void {
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
    if (fields !== this.#options.columns.length) return void this.#wrongCount(this.#line, fields)
    this.#options.onRow()
    out.add(this.#line, this.#delimiter, bytes, from, end)
  }

  #goOn(text: string, line: number, out: CopyOutput): void {
    const { fields, open } = partRecord(text, this.#options.delimiter)
    if (open) {
      // No field of the billing is longer: a quote this far open was never meant to be one.
      if (text.length < 10_000) this.#open = { line, text }
      else {
        this.#open = null
        this.#openQuote(line, text)
      }
      return
    }
    this.#open = null
    const control = controls.exec(text)?.[0]
    if (control !== undefined) return void this.#fault(line, 'bad-character', shown(control.charCodeAt(0)))
    if (fields.length !== this.#options.columns.length) return void this.#wrongCount(line, fields.length)
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
      expected: String(this.#options.columns.length),
    })
  }

  #openQuote(line: number, text: string): void {
    const { fields } = partRecord(text, this.#options.delimiter)
    this.#fault(line, 'open-quote', text.slice(0, 80), this.#options.columns[fields.length])
  }

  #fault(line: number, reason: Reason, value: string, field = ''): void {
    this.#options.onFault({ line, field, value, reason, expected: '' })
  }
}

/** Control characters, of which only a tab and a line's end may stand in a field. */
const controls = /(?![\t\n])\p{Cc}/u
