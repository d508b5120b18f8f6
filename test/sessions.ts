/** A signed-in person without the way through the pages, for tests of what comes after. */
import { randomBytes } from 'node:crypto'
import { beginSession } from '../src/people/sessions.ts'
import type { TestApplication } from './application.ts'
import type { Browser } from './browser.ts'

/** Makes an activated person with that phone, and a browser that is signed in as them. */
export async function signInDirectly(application: TestApplication, phone: string): Promise<Browser> {
  const now = new Date('2026-11-20T10:00:00Z') // the clock of the test application unless told
  const [person] = await application.db<{ id: number }[]>`
    insert into people (phone, password_hash, activated_at, created_at)
    values (${phone}, 'no password matches this', ${now}, ${now})
    on conflict (phone) do update set phone = excluded.phone returning id`
  if (person === undefined) throw new Error('the person did not come to be')
  const browser = application.browser()
  const of = { personId: person.id, device: 'a device', now, random: randomBytes }
  browser.cookies.set('session', await beginSession(application.db, of))
  return browser
}
