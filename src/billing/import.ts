/**
 * The way of the billing's files into the database: found out, staged as text, checked in sets, and published in one
 * transaction a file. A file with any fault changes nothing, and neither does one that is cut off in the middle.
 */

import { type Examined, examine } from './examine.ts'
import { prepareFormats } from './formats.ts'
import { importFile } from './import-file.ts'
import type { ImportOptions } from './options.ts'
import { type FileReport, type ImportReport, kinds } from './report.ts'
import { takeTurn } from './turn.ts'

/**
 * Takes billing files in. What is wrong with a file is in the report; once one is refused, those after it are not
 * looked at. Throws where a file can't be read or the database fails.
 */
export async function importFiles(options: ImportOptions): Promise<ImportReport> {
  const { sql, files, dryRun = false } = options
  const examined = await inOrder(files)
  const db = await sql.reserve()
  try {
    await takeTurn(db, () => options.onProgress?.({ step: 'waiting' }))
    await prepareFormats(db)
    if (dryRun) await db`begin`
    const reports: FileReport[] = []
    for (const { file, found } of examined) {
      const skip = reports.some(report => report.state === 'refused')
      reports.push(await importFile({ ...options, dryRun, db, file, found, skip }))
    }
    const accepted = reports.every(report => report.state !== 'refused')
    return { dryRun, accepted, files: reports }
  } finally {
    // A connection that broke has let go of everything by itself; the fault that broke it is the one to tell.
    if (dryRun) await db`rollback`.catch(() => {})
    await db.unsafe('discard temp; select pg_advisory_unlock_all(); reset all').catch(() => {})
    db.release()
  }
}

async function inOrder(
  files: readonly string[],
): Promise<{ file: string; found: Examined | FileReport['faults'] }[]> {
  const all: { file: string; found: Examined | FileReport['faults']; place: number }[] = []
  for (const file of files) {
    const found = await examine(file)
    // What is no billing file comes first, so that it is told before anything is taken in.
    all.push({ file, found, place: Array.isArray(found) ? -1 : kinds.indexOf(found.header.kind) })
  }
  return all.sort((a, b) => a.place - b.place)
}
