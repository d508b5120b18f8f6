/** A person who is signed in already, put straight into the database: for tests whose subject is what comes after. */
import { randomBytes } from 'node:crypto'
import { beginSession } from '../src/people/sessions.ts'
import type { TestApplication } from './application.ts'
import type { Browser } from './browser.ts'

let people = 0

/** Makes a person with a phone of their own, and gives them, signed in, at a browser of theirs. */
export async function signedInPerson(
  application: TestApplication,
  now = new Date('2026-11-20T10:00:00Z'),
): Promise<{ browser: Browser; phone: string }> {
  people += 1
  const phone = `38067${String(7_000_000 + people)}`
  const [person] = await application.db<{ id: number }[]>`
    insert into people (phone, password_hash, activated_at, created_at)
    values (${phone}, 'no password of this hash', ${now}, ${now}) returning id`
  if (!person) throw new Error('the person did not come to be')
  const session = { personId: person.id, device: 'a browser of tests', now, random: randomBytes }
  const browser = application.browser()
  browser.cookies.set('session', await beginSession(application.db, session))
  return { browser, phone }
}
