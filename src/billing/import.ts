/**
 * The way of the billing's files into the database: found out, staged as text, checked in sets, and published, each
 * file in one transaction. A file with any fault changes nothing, and neither does one that is cut off in the middle.
 */
import type { Sql, Transaction } from '../db/connection.ts'
import { type Examined, examine } from './examine.ts'
import { importFile } from './import-file.ts'
import type { ImportOptions } from './options.ts'
import { type Fault, type FileReport, type ImportReport, kinds } from './report.ts'

/** Names the lock under which one import runs at a time; any number, but for ever the same. */
const importLock = 7_204_153_002n

/**
 * Takes billing files in. What is wrong with a file is in the report; once one is refused, those after it are not
 * looked at. One file is taken in at a time: where another import runs, its file is waited for. Throws where a file
 * can't be read or the database fails; then the file under way has changed nothing, and those before it stand.
 */
export async function importFiles(options: ImportOptions): Promise<ImportReport> {
  const { sql, files, dryRun = false, onProgress } = options
  const examined = await inOrder(files)
  const reports: FileReport[] = []
  const takeIn = async (db: Transaction, { file, found }: Given) => {
    await takeTurn(db, () => onProgress?.({ step: 'waiting' }))
    const skip = reports.some(report => report.state === 'refused')
    const report = await importFile({ ...options, dryRun, db, file, found, skip })
    reports.push(report)
    return report.state === 'published'
  }
  if (dryRun)
    await inTransaction(sql, async db => {
      for (const given of examined) await takeIn(db, given)
      return false
    })
  else for (const given of examined) await inTransaction(sql, db => takeIn(db, given))
  return { dryRun, accepted: reports.every(report => report.state !== 'refused'), files: reports }
}

/** A file and what was found of it. */
interface Given {
  file: string
  found: Examined | Fault[]
}

async function inOrder(files: readonly string[]): Promise<Given[]> {
  const all: Given[] = []
  for (const file of files) all.push({ file, found: await examine(file) })
  // What is no billing file comes first, so that it is told before anything is taken in.
  const place = ({ found }: Given) => (Array.isArray(found) ? -1 : kinds.indexOf(found.header.kind))
  return all.sort((a, b) => place(a) - place(b))
}

/** Takes the turn to import until the end of the transaction; waits while another import runs, and says so once. */
async function takeTurn(turn: Transaction, onWait: () => void): Promise<void> {
  const [free] = await turn<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${importLock}) as mine`
  if (free?.mine) return
  onWait()
  await turn`select pg_advisory_xact_lock(${importLock})`
}

/** Does the work in one transaction, and keeps what it did where it answers true. */
async function inTransaction(sql: Sql, work: (db: Transaction) => Promise<boolean>): Promise<void> {
  const undo = new Error('not to be kept')
  const done = sql.begin(async db => {
    await prepareForMuch(db)
    const keep = await work(db)
    await db`discard temp`
    if (!keep) throw undo
  })
  await done.catch((error: unknown) => {
    if (error !== undo) throw error
  })
}

/** All of a ledger may take its minutes, and is sorted and joined in memory where it can be. */
async function prepareForMuch(db: Transaction): Promise<void> {
  await db`set local work_mem = '64MB'`
  await db`set local statement_timeout = 0`
  await db`set local idle_in_transaction_session_timeout = 0`
}
