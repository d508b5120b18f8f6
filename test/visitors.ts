/** People who are signed in already: for tests of what they find, not of how they came in. */
import { randomBytes } from 'node:crypto'
import { beginSession } from '../src/people/sessions.ts'
import type { TestApplication } from './application.ts'
import type { Browser } from './browser.ts'

export interface Visitor {
  personId: number
  phone: string
  browser: Browser
}

let visitors = 0

/** A person new to this database, with a browser that holds their session. */
export async function visitor(
  application: TestApplication,
  now = new Date('2026-11-20T10:00:00Z'),
): Promise<Visitor> {
  visitors += 1
  const phone = `38067${String(2_000_000 + visitors)}`
  const [person] = await application.db<{ id: number }[]>`
    insert into people (phone, password_hash, activated_at, created_at)
    values (${phone}, 'no password fits', ${now}, ${now}) returning id`
  if (!person) throw new Error('the person did not come to be')
  const browser = application.browser()
  const session = { personId: person.id, device: 'a device', now, random: randomBytes }
  browser.cookies.set('session', await beginSession(application.db, session))
  return { personId: person.id, phone, browser }
}
