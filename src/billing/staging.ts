import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import iconv from 'iconv-lite'
import type { Db } from '../db/connection.ts'
import { columnsOf } from './columns.ts'
import type { Encoding } from './encoding.ts'
import type { Examined } from './examine.ts'
import { endLinesAlike } from './line-ends.ts'
import { records } from './records.ts'
import { type Fault, faultsTold, type Kind } from './report.ts'

export interface Staged {
  rows: number
  /** The first of the lines that are no records, and how many they are. */
  faults: Fault[]
  faultCount: number
}

/**
 * Makes the tables that one file passes through, seen by this connection alone: its text as it stands, with the lines'
 * numbers, and the faults found in it. An optional column that the file leaves out is empty.
 */
export async function prepareStaging(db: Db, kind: Kind): Promise<void> {
  // Names of tables and columns can't be parameters of a statement; these come from our own list of columns.
  const columns = columnsOf(kind).map(name => `${name.toLowerCase()} text not null default ''`)
  await db.unsafe(`
    drop table if exists pg_temp.staged_${kind}, pg_temp.faults, pg_temp.file_rows;
    create temp table staged_${kind} (line integer not null, ${columns.join(', ')});
    create temp table faults (line integer, field text, value text, reason text, expected text not null default '')`)
}

/** Streams a file's rows into its staging table with one COPY. Memory stays bounded. */
export async function stage(db: Db, file: string, examined: Examined, onRow: () => void): Promise<Staged> {
  const { header, delimiter, encoding } = examined
  const staged: Staged = { rows: 0, faults: [], faultCount: 0 }
  const names = header.columns.map(name => name.toLowerCase()).join(', ')
  const copy = await db
    .unsafe(
      `copy staged_${header.kind} (line, ${names}) from stdin
       with (format csv, delimiter E'${delimiter === '\t' ? '\\t' : delimiter}', force_not_null (${names}))`,
    )
    .writable()
  const rows = records(endLinesAlike(inUtf8(file, encoding)), {
    delimiter,
    columns: header.columns,
    onRow: () => {
      staged.rows++
      onRow()
    },
    onFault: fault => {
      staged.faultCount++
      if (staged.faults.length < faultsTold) staged.faults.push(fault)
    },
  })
  await pipeline(Readable.from(rows, { objectMode: false }), copy)
  await db.unsafe(`analyze staged_${header.kind}`)
  return staged
}

async function* inUtf8(file: string, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 })
  if (encoding === 'utf-8') {
    yield* bytes
    return
  }
  const decoder = iconv.getDecoder(encoding)
  for await (const chunk of bytes) yield Buffer.from(decoder.write(chunk))
  const rest = decoder.end()
  if (rest) yield Buffer.from(rest)
}
