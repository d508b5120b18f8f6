import { expect, test } from 'vitest'
import { startApplication } from '../../test/application.ts'
import { newPhone, password, signUp } from '../../test/people.ts'
import { routes } from '../routes.ts'
import { eraseExpired } from './erase.ts'

const day = 24 * 3_600_000
const start = Date.parse('2026-11-20T10:00:00Z')

test('what is over is erased, and what lives stays', async () => {
  await using application = await startApplication()
  const { db } = application
  await signUp(application)
  await application.browser().post(routes.register.to(), { phone: newPhone(), password })
  const counts = async () => {
    const [row] = await db`
      select (select count(*) from codes)::int as codes, (select count(*) from sessions)::int as sessions,
        (select count(*) from limit_counts)::int > 0 as limits, (select count(*) from people)::int as people,
        (select count(*) from known_devices)::int as devices`
    return row
  }
  const everything = { codes: 2, sessions: 1, limits: true, people: 2, devices: 1 }
  await eraseExpired(db, new Date(start + 59 * 60_000))
  expect(await counts()).toEqual(everything)
  await eraseExpired(db, new Date(start + 61 * 60_000))
  expect(await counts()).toEqual({ ...everything, sessions: 0 })
  await eraseExpired(db, new Date(start + 2 * day))
  expect(await counts()).toEqual({ ...everything, sessions: 0, codes: 0, limits: false })
  await eraseExpired(db, new Date(start + 31 * day))
  expect(await counts()).toEqual({ codes: 0, sessions: 0, limits: false, people: 1, devices: 1 })
  await eraseExpired(db, new Date(start + 401 * day))
  expect(await counts()).toEqual({ codes: 0, sessions: 0, limits: false, people: 1, devices: 0 })
})
