import { type FileHandle, open } from 'node:fs/promises'
import iconv from 'iconv-lite'

export const encodings = ['utf-8', 'windows-1251', 'cp1125', 'koi8-u'] as const
export type Encoding = (typeof encodings)[number]

/** How the files are written. */
export interface Layout {
  encoding: Encoding
  delimiter: ';' | ',' | '\t' | '|'
}

/** One CSV file under way: lines are gathered and written in large pieces, so that memory stays bounded. */
export interface CsvFile {
  /** Adds a line; resolves at once but where a piece has to go to the disk. */
  add(fields: readonly string[]): void | Promise<void>
  close(): Promise<void>
}

/** Begins a file with its heading. Throws what the file system throws. */
export async function csvFile(path: string, heading: readonly string[], layout: Layout): Promise<CsvFile> {
  const file = await open(path, 'w')
  let gathered = ''
  const line = (fields: readonly string[]) => {
    gathered += `${fields.map(field => quoted(field, layout.delimiter)).join(layout.delimiter)}\r\n`
  }
  const flush = async () => {
    const piece = gathered
    gathered = ''
    await write(file, piece, layout.encoding)
  }
  line(heading)
  return {
    add: fields => {
      line(fields)
      if (gathered.length > 1_000_000) return flush()
    },
    close: async () => {
      await flush()
      await file.close()
    },
  }
}

async function write(file: FileHandle, text: string, encoding: Encoding): Promise<void> {
  await file.writeFile(encoding === 'utf-8' ? text : iconv.encode(text, encoding))
}

function quoted(field: string, delimiter: string): string {
  return field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
