const newline = 10

/** Bytes under way to COPY: each row is its line's number, then the record as CSV. */
export class CopyOutput {
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
