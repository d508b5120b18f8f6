/** People for tests: they register through the real pages, and read the code in the SMS. */
import { routes } from '../src/routes.ts'
import type { TestApplication } from './application.ts'
import type { Browser } from './browser.ts'

export const password = 'Тихий-вечір-27'

/** A browser, and whose it is. */
export interface SignedUp {
  browser: Browser
  /** Twelve digits. */
  phone: string
}

let phones = 0

/** A mobile number that nobody in this run has used. */
export function newPhone(): string {
  phones += 1
  return `38067${String(1_000_000 + phones)}`
}

/** Registers, activates and signs in. Throws where the pages don't let that happen. */
export async function signUp(application: TestApplication, phone = newPhone()): Promise<SignedUp> {
  const browser = application.browser()
  const registered = await browser.post(routes.register.to(), { phone, password })
  if (registered.location !== routes.activate.to())
    throw new Error(`not registered: ${registered.status} ${registered.text}`)
  const activated = await browser.post(routes.activate.to(), { code: await lastCode(application, phone) })
  if (activated.location !== routes.home.to())
    throw new Error(`not activated: ${activated.status} ${activated.text}`)
  return { browser, phone }
}

/** Signs in from a browser of its own. */
export async function signInAs(application: TestApplication, phone: string, typed = password) {
  const browser = application.browser()
  const page = await browser.post(routes.login.to(), { phone, password: typed })
  return { browser, page }
}

/** The SMS to a phone, the newest first. */
export async function smsTo(application: TestApplication, phone: string): Promise<string[]> {
  const rows = await application.db<{ text: string }[]>`
    select text from sms where phone = ${phone} order by id desc`
  return rows.map(row => row.text)
}

/** The code in the newest SMS to a phone; throws where that has none. */
export async function lastCode(application: TestApplication, phone: string): Promise<string> {
  const [text = ''] = await smsTo(application, phone)
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (code === undefined) throw new Error(`no code in the newest SMS to ${phone}: ${text}`)
  return code
}
