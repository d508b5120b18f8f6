import { expect, test } from 'vitest'
import { freshDatabase, openConnections } from '../../test/database.ts'
import { TooMany } from '../web/errors.ts'
import { countTry, giveBackTry, type Limit, refuseWhereFull } from './limits.ts'

const limit: Limit = {
  name: 'knocks',
  windows: [
    { minutes: 10, most: 3 },
    { minutes: 60, most: 5 },
  ],
}
const at = (time: string) => new Date(`2026-11-20T${time}Z`)

async function secondsLeft(trying: Promise<void>): Promise<number> {
  const error = await trying.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof TooMany ? error.retryAfter : 0
}

test('of tries at the same moment no more pass than may', async () => {
  const { sql, close } = await freshDatabase()
  await openConnections(sql)
  const knock = () => secondsLeft(countTry(sql, limit, 'door', at('10:00:00')))
  expect(await knock()).toBe(0)
  let tries: Promise<number>[] = []
  await sql.begin(async tx => {
    // all have looked by the time that the first can count
    await tx`select from limit_counts for update`
    tries = Array.from({ length: 8 }, knock)
    await new Promise(resolve => setTimeout(resolve, 300))
  })
  const left = await Promise.all(tries)
  expect(left.filter(seconds => seconds === 0)).toHaveLength(2)
  await close()
})

test('each window counts what passed, and says in how many seconds it ends', async () => {
  const { sql, close } = await freshDatabase()
  const knock = (time: string, subject = 'door') => secondsLeft(countTry(sql, limit, subject, at(time)))
  for (let count = 0; count < 3; count++) expect(await knock('10:01:00')).toBe(0)
  expect(await knock('10:01:00')).toBe(9 * 60)
  expect(await knock('10:01:00', 'window')).toBe(0)
  // the refused ones filled nothing up
  expect(await knock('10:10:00')).toBe(0)
  expect(await knock('10:10:00')).toBe(0)
  expect(await knock('10:10:00')).toBe(50 * 60)
  expect(await knock('11:00:00')).toBe(0)
  await close()
})

test('a try that is given back counts no more, and looking counts nothing', async () => {
  const { sql, close } = await freshDatabase()
  const now = at('10:00:00')
  for (let count = 0; count < 3; count++) await countTry(sql, limit, 'door', now)
  await expect(refuseWhereFull(sql, limit, 'door', now)).rejects.toBeInstanceOf(TooMany)
  await giveBackTry(sql, limit, 'door', now)
  await refuseWhereFull(sql, limit, 'door', now)
  await countTry(sql, limit, 'door', now)
  await expect(countTry(sql, limit, 'door', now)).rejects.toBeInstanceOf(TooMany)
  await close()
})
