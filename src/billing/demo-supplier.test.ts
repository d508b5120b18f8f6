import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { demoPlaces } from '../demo/supplier/places.ts'
import { writeDemoFiles } from '../demo/supplier/write.ts'
import { loadSupplier } from '../supplier.ts'
import { importFiles } from './import.ts'

const places = demoPlaces(loadSupplier('kremenchukgaz'))

const now = new Date('2026-11-20T10:00:00Z')

test('the demo supplier of 2,000 accounts × 36 months is taken in with the very sums of its files', async () => {
  const out = await mkdtemp(path.join(os.tmpdir(), 'kabinet-demo-'))
  const database = await freshDatabase()
  try {
    const files = await writeDemoFiles({ accounts: 2000, months: 36, places, now, out })
    const supplier = { accounts: { number_pattern: '^\\d{6,12}$' }, billing: { payments_register: true } }
    const report = await importFiles({
      sql: database.sql,
      files: files.toReversed(),
      supplier,
      clock: () => now,
    })
    expect(report.files.flatMap(file => file.faults)).toEqual([])
    expect(report.accepted).toBe(true)
    const [ledger] = await database.sql`
      select count(*)::integer as rows, sum(charged)::text as charged, sum(paid)::text as paid,
        sum(closing)::text as closing from ledger_rows`
    const charges = await readFile(path.join(out, 'charges.csv'), 'utf8')
    expect(ledger).toEqual({
      rows: 72_000,
      charged: sumOf(charges, 'SUMA'),
      paid: sumOf(charges, 'OPL'),
      closing: sumOf(charges, 'SALDO_K'),
    })
    const payments = await readFile(path.join(out, 'payments.csv'), 'utf8')
    const [register] = await database.sql`select sum(amount)::text as amount from billing_payments`
    expect(register).toEqual({ amount: sumOf(payments, 'SUMA') })
    expect(report.files.map(file => String(file.total))).toEqual([
      '0',
      sumOf(charges, 'SUMA'),
      sumOf(payments, 'SUMA'),
    ])
  } finally {
    await database.close()
    await rm(out, { recursive: true })
  }
}, 90_000)

/** A column's sum in kopiykas, read from the file in the plainest way. */
function sumOf(file: string, column: string): string {
  const [heading = '', ...lines] = file.trim().split('\r\n')
  const place = heading.split(';').indexOf(column)
  return String(
    lines.reduce((total, line) => total + BigInt((line.split(';')[place] ?? '').replace('.', '')), 0n),
  )
}
