import { expect, test } from 'vitest'
import { headings, manualMonths, onePayment, startBilling, twoAccounts } from '../../test/billing-files.ts'

test('rows that say what is known already change nothing, and keep the import that told them first', async () => {
  await using billing = await startBilling()
  const files = [twoAccounts, manualMonths, onePayment]
  await billing.take(...files)
  const imports = () => billing.sql`
    select import_id from ledger_rows union all select import_id from billing_payments order by 1`
  const before = await imports()
  // other bytes, the same rows
  const again = await billing.take(...files.map(file => `${file}\n`))
  expect(again.files.map(file => [file.state, file.changes])).toEqual(
    Array(3).fill(['published', { added: 0, changed: 0, posted: 0 }]),
  )
  expect(await imports()).toEqual(before)
})

test('files whose lines end with a return alone are taken in', async () => {
  await using billing = await startBilling()
  const paths = await Promise.all(
    [twoAccounts, manualMonths].map((text, index) =>
      billing.write(`old-${index}.csv`, text.replaceAll('\n', '\r'), index === 0 ? 'windows-1251' : 'utf-8'),
    ),
  )
  const report = await billing.take(...paths)
  expect(report.files.map(file => [file.state, file.rows])).toEqual([
    ['published', 2],
    ['published', 3],
  ])
})

test('a header alone is taken in, and said to be all there was', async () => {
  await using billing = await startBilling()
  const report = await billing.take(`${headings.payments}\n`)
  expect(report.accepted).toBe(true)
  expect(report.files[0]).toMatchObject({ rows: 0, doubtCount: 1, doubts: [{ line: 0, reason: 'no-rows' }] })
})
