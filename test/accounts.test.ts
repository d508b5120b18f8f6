import { expect, test } from 'vitest'
import { manualMonths, seedAccount } from './accounts.ts'
import { freshDatabase } from './database.ts'

test('a seeded account has the months of the manual, to the kopiyka', async () => {
  const { sql: db, close } = await freshDatabase()
  const { id } = await seedAccount(db)
  await seedAccount(db, { flat: '3', rows: [] })
  const rows = await db`select charged, closing from ledger_rows where account_id = ${id} order by period`
  expect(rows.map(row => [row.charged, row.closing])).toEqual([
    [5868n, 1709n],
    [5005n, 6714n],
    [2163n, 7168n],
  ])
  expect(manualMonths.map(row => row.closing)).toEqual([1709n, 6714n, 7168n])
  await close()
})
