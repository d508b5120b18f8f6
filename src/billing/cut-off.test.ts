import { expect, test } from 'vitest'
import { manualMonths, startBilling, twoAccounts } from '../../test/billing-files.ts'

test('an import whose connection is cut while it publishes leaves nothing, and the next one works', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  // publishing has to wait for this lock, and is cut while it waits
  const blocker = await billing.sql.reserve()
  await blocker`begin`
  await blocker`lock table ledger_rows in exclusive mode`
  const cut = billing.take(manualMonths).catch((error: unknown) => error)
  const pid = await waitingFor(billing.sql, 'insert into ledger_rows')
  await billing.sql`select pg_terminate_backend(${pid})`
  expect(await cut).toBeInstanceOf(Error)
  await blocker`commit`
  blocker.release()
  const [left] = await billing.sql`
    select (select count(*)::integer from ledger_rows) as rows,
      (select count(*)::integer from imports where kind = 'charges') as imports`
  expect(left).toEqual({ rows: 0, imports: 0 })
  const again = await billing.take(manualMonths)
  expect(again.files[0]).toMatchObject({ state: 'published', changes: { added: 3 } })
})

test('while a file is being published, people read the ledger as it was', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts, manualMonths)
  const blocker = await billing.sql.reserve()
  await blocker`begin`
  await blocker`lock table ledger_rows in exclusive mode`
  const importing = billing.take(
    manualMonths.replace(';21.63;0;0;0;0;17.09;67.14;71.68', ';21.64;0;0;0;0;17.09;67.14;71.69'),
  )
  await waitingFor(billing.sql, 'insert into ledger_rows')
  const [row] = await billing.sql`select closing from ledger_rows order by period desc limit 1`
  expect(row?.closing).toBe(7168n)
  await blocker`commit`
  blocker.release()
  expect((await importing).accepted).toBe(true)
})

test('a second import waits for the first and says so', async () => {
  await using billing = await startBilling()
  const steps: string[] = []
  const blocker = await billing.sql.reserve()
  await blocker`begin`
  await blocker`lock table accounts in exclusive mode`
  const first = billing.take(twoAccounts)
  await waitingFor(billing.sql, 'insert into accounts')
  const second = billing.takeWith({ onProgress: progress => steps.push(progress.step) }, manualMonths)
  await waitingFor(billing.sql, 'pg_advisory_xact_lock')
  expect(steps).toEqual(['waiting'])
  await blocker`commit`
  blocker.release()
  const reports = await Promise.all([first, second])
  expect(reports.map(report => report.files[0]?.state)).toEqual(['published', 'published'])
})

/** Waits until a statement that holds these words waits for a lock; gives its backend. */
async function waitingFor(
  sql: Awaited<ReturnType<typeof startBilling>>['sql'],
  words: string,
): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    const [row] = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database() and strpos(query, ${words}) > 0`
    if (row !== undefined) return row.pid
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error(`nothing waited at: ${words}`)
}
