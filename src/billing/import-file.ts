import path from 'node:path'
import type { Db } from '../db/connection.ts'
import type { Clock } from '../domain/clock.ts'
import { type Kopiykas, noMoney } from '../domain/money.ts'
import { dateInKyiv } from '../domain/period.ts'
import { accountsFile } from './accounts.ts'
import { chargesFile } from './charges.ts'
import type { Examined } from './examine.ts'
import { prepareFormats } from './formats.ts'
import type { Facts, KindOfFile } from './kind-of-file.ts'
import type { BillingSupplier, Progress } from './options.ts'
import { paymentsFile } from './payments.ts'
import { type Fault, type FileReport, faultsTold, type Kind } from './report.ts'
import { prepareStaging, type Staged, stage } from './staging.ts'

const kindsOfFiles: Record<Kind, KindOfFile> = {
  accounts: accountsFile,
  charges: chargesFile,
  payments: paymentsFile,
}

interface OneFile {
  /** The transaction in which the file is taken in. */
  db: Db
  file: string
  found: Examined | Fault[]
  supplier: BillingSupplier
  clock: Clock
  dryRun: boolean
  /** A file before it was refused. */
  skip: boolean
  onProgress?: (progress: Progress) => void
}

/** Takes one file in, or says why not. Runs inside of a transaction, which is kept only where the file is published. */
export async function importFile(one: OneFile): Promise<FileReport> {
  const { db, found, clock, dryRun } = one
  const startedAt = clock()
  const report = emptyReport(one)
  if (Array.isArray(found)) return { ...report, state: 'refused', faults: found, faultCount: found.length }
  if (one.skip) return report
  if (await isLastTaken(db, found)) return { ...report, state: 'unchanged' }

  const kind = kindsOfFiles[found.header.kind]
  const facts: Facts = {
    accountNumberPattern: one.supplier.accounts.number_pattern,
    paymentsRegister: one.supplier.billing.payments_register,
    now: startedAt,
    today: dateInKyiv(startedAt),
    columns: found.header.columns,
  }
  await prepareFormats(db)
  const staged = await read(one, found)
  one.onProgress?.({ step: 'checking', file: one.file })
  await kind.check(db, facts)
  const faults = await gatherFaults(db, staged)
  if (faults.faultCount > 0) return { ...report, ...faults, rows: staged.rows, state: 'refused' }

  one.onProgress?.({ step: 'publishing', file: one.file })
  const total = (await kind.total(db)) as Kopiykas
  const [taken] = await db<{ id: number }[]>`
    insert into imports (kind, file_name, file_hash, encoding, row_count, total, started_at)
    values (${found.header.kind}, ${path.basename(one.file)}, ${found.hash}, ${found.encoding}, ${staged.rows}, ${total}, ${startedAt})
    returning id`
  if (taken === undefined) throw new Error('the import was not recorded')
  const changes = await kind.publish(db, taken.id, facts)
  const doubts = staged.rows === 0 ? [noRows] : ((await kind.doubts?.(db)) ?? [])
  return {
    ...report,
    rows: staged.rows,
    total,
    changes,
    doubts: doubts.slice(0, faultsTold),
    doubtCount: doubts.length,
    state: dryRun ? 'checked' : 'published',
  }
}

/** A header alone is taken in, for a day may pass without a payment; but it may be a cut file, too. */
const noRows: Fault = { line: 0, field: '', value: '', reason: 'no-rows', expected: '' }

async function read(one: OneFile, found: Examined): Promise<Staged> {
  one.onProgress?.({ step: 'reading', file: one.file })
  await prepareStaging(one.db, found.header.kind)
  let rows = 0
  return stage(one.db, one.file, found, () => {
    if (++rows % 100_000 === 0) one.onProgress?.({ step: 'rows', file: one.file, rows })
  })
}

/** Whether this very file was taken in, and no other of its kind after it: then there is nothing that it could change. */
async function isLastTaken(db: Db, { hash, header }: Examined): Promise<boolean> {
  const [last] = await db<{ same: boolean }[]>`
    select file_hash = ${hash} as same from imports where kind = ${header.kind} order by id desc limit 1`
  return last?.same ?? false
}

async function gatherFaults(db: Db, staged: Staged): Promise<{ faults: Fault[]; faultCount: number }> {
  const found = await db<Fault[]>`
    select line, field, left(value, 100) as value, reason, expected
    from faults order by line, field limit ${faultsTold}`
  const [count] = await db<{ all: number }[]>`select count(*)::integer as all from faults`
  const faults = [...staged.faults, ...found].sort((a, b) => a.line - b.line).slice(0, faultsTold)
  return { faults, faultCount: staged.faultCount + (count?.all ?? 0) }
}

function emptyReport({ file, found }: OneFile): FileReport {
  const known = Array.isArray(found) ? null : found
  return {
    file,
    kind: known?.header.kind ?? null,
    state: 'skipped',
    encoding: known?.encoding ?? '',
    delimiter: known?.delimiter ?? '',
    samples: known?.samples ?? [],
    rows: 0,
    total: noMoney,
    changes: { added: 0, changed: 0, posted: 0 },
    faults: [],
    faultCount: 0,
    doubts: [],
    doubtCount: 0,
  }
}
