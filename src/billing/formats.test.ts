import { expect, test } from 'vitest'
import { csv, headings, startBilling, twoAccounts } from '../../test/billing-files.ts'
import type { ImportReport } from './report.ts'

const faultsOf = (report: ImportReport) =>
  report.files.flatMap(file =>
    file.faults.map(({ line, field, value, reason }) => `${line} ${field} ${value} ${reason}`),
  )

test('a number of more than twelve whole digits is a fault with its line and field', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const most = '999999999999,99'
  const rows = ['1234567890123', '12345678901234', '999999999999999'].map(
    (sum, index) => `${index};0412345678;24.03.2020;;${sum};Каса;`,
  )
  expect(faultsOf(await billing.take(csv(headings.payments, ...rows)))).toEqual([
    '2 SUMA 1234567890123 money',
    '3 SUMA 12345678901234 money',
    '4 SUMA 999999999999999 money',
  ])
  expect(
    faultsOf(
      await billing.take(
        csv(
          headings.charges,
          `0412345678;202001;1234567890123;A;1234567890123;${most};;;;;0;0;1234567890123`,
        ),
      ),
    ),
  ).toEqual(['2 PRICE 1234567890123 price', '2 SALDO_K 1234567890123 money', '2 VOL 1234567890123 volume'])
  const taken = await billing.take(csv(headings.payments, `1;0412345678;24.03.2020;;-${most};Каса;`))
  expect(taken.files[0]).toMatchObject({ state: 'published', total: -99_999_999_999_999n })
})
