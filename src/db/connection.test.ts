import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'

test('a bigint comes and goes exactly, beyond what a float can hold', async () => {
  const { sql, close } = await freshDatabase()
  const [row] = await sql`select ${9_007_199_254_740_993n}::bigint as sum`
  expect(row?.sum).toBe(9_007_199_254_740_993n)
  await close()
})

test('a date is its text, in and out, whatever the time zone', async () => {
  const { sql, close } = await freshDatabase()
  await sql`create temporary table days (day date)`
  await sql`insert into days values (${'2026-10-01'})`
  const rows = await sql`select day, array[day] as days from days where day = ${'2026-10-01'}`
  expect(rows[0]).toEqual({ day: '2026-10-01', days: ['2026-10-01'] })
  await close()
})

test('a moment is a Date, and a numeric is text', async () => {
  const { sql, close } = await freshDatabase()
  const moment = new Date('2026-03-29T01:30:00.123Z')
  const [row] = await sql`select ${moment}::timestamptz as moment, 0.1::numeric + 0.2 as sum`
  expect(row).toEqual({ moment, sum: '0.3' })
  await close()
})

test('names are snake_case in SQL and camelCase in the code, both ways', async () => {
  const { sql, close } = await freshDatabase()
  await sql`create temporary table notes (note_id integer, own_name text)`
  await sql`insert into notes ${sql({ noteId: 1, ownName: 'Дача' })}`
  await sql`insert into notes ${sql([{ noteId: 2, ownName: 'Дім' }], 'noteId', 'ownName')}`
  expect([...(await sql`select * from notes order by note_id`)]).toEqual([
    { noteId: 1, ownName: 'Дача' },
    { noteId: 2, ownName: 'Дім' },
  ])
  await close()
})

test('the keys of a JSON value stay as they were written', async () => {
  const { sql, close } = await freshDatabase()
  const [row] = await sql`select ${sql.json({ order_id: 'x', camelCase: 1 })}::jsonb as request`
  expect(row?.request).toEqual({ order_id: 'x', camelCase: 1 })
  await close()
})

test('Ukrainian text is folded, and ordered as Ukrainian by its collation', async () => {
  const { sql, close } = await freshDatabase()
  const [row] = await sql`select lower('ЇЖАК ҐАНОК Є') as lower, upper('їжак') as upper`
  expect(row).toEqual({ lower: 'їжак ґанок є', upper: 'ЇЖАК' })
  const names = await sql`
    select name from unnest(${['Яблунева', 'Їжакова', 'Івана Франка', 'Ґонти', 'Гоголя', 'Дачна']}::text[]) as name
    order by name collate ukrainian`
  expect(names.map(({ name }) => name)).toEqual([
    'Гоголя',
    'Ґонти',
    'Дачна',
    'Івана Франка',
    'Їжакова',
    'Яблунева',
  ])
  await close()
})

test('a statement that never ends is stopped', async () => {
  const { sql, close } = await freshDatabase()
  const [row] =
    await sql`select current_setting('statement_timeout') as timeout, current_setting('TimeZone') as zone`
  expect(row).toEqual({ timeout: '30s', zone: 'UTC' })
  await close()
})

test('a session that the server ends in the middle of a transaction is an error of that transaction alone', async () => {
  const { sql, close } = await freshDatabase({ empty: true })
  const cut = sql.begin(async tx => {
    const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await sql`select pg_terminate_backend(${own?.pid ?? 0})`
    await tx`select pg_sleep(5)`
  })
  await expect(cut).rejects.toThrow()
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await close()
})

test('a transaction whose session was cut while it waited for something else ends, and nothing ends with it', async () => {
  const { sql, close } = await freshDatabase({ empty: true })
  let later: Promise<unknown> = Promise.resolve()
  const cut = sql.begin(async tx => {
    const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await sql`select pg_terminate_backend(${own?.pid ?? 0})`
    await new Promise(resolve => setTimeout(resolve, 300))
    later = (async () => tx`select 1`)()
    await later
  })
  await expect(cut).rejects.toThrow()
  await new Promise(resolve => setTimeout(resolve, 500))
  await expect(later).rejects.toThrow('the transaction is over')
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await close()
})

test("another system's lost connection undoes the transaction, and its error comes through", async () => {
  const { sql, close } = await freshDatabase({ empty: true })
  await sql`create table notes (text text)`
  const failed = sql.begin(async tx => {
    await tx`insert into notes values ('never')`
    throw Object.assign(new Error('a gateway hung up'), { code: 'ECONNRESET' })
  })
  await expect(failed).rejects.toThrow('a gateway hung up')
  expect(await sql`select * from notes`).toEqual([])
  await close()
})
