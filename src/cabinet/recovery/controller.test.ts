import { expect, test } from 'vitest'
import { startApplication, type TestApplication } from '../../../test/application.ts'
import type { Browser } from '../../../test/browser.ts'
import { openConnections } from '../../../test/database.ts'
import { lastCode, newPhone, password, signInAs, signUp, smsTo } from '../../../test/people.ts'
import { routes } from '../../routes.ts'

const newer = 'Інший-вечір-28'
const minutesLater = (minutes: number) => new Date(Date.parse('2026-11-20T10:00:00Z') + minutes * 60_000)

const ask = (browser: Browser, phone: string, typed = newer, confirmation = typed) =>
  browser.post(routes.recover.to(), { phone, password: typed, confirmation })

async function enterCode(application: TestApplication, browser: Browser, phone: string) {
  return browser.post(routes.recoverCode.to(), { code: await lastCode(application, phone) })
}

test('a forgotten password is replaced by code, everyone else is out, and the owner is told', async () => {
  await using application = await startApplication()
  const { browser: before, phone } = await signUp(application)
  const browser = application.browser()
  const asked = await ask(browser, phone)
  expect([asked.status, asked.location]).toEqual([303, routes.recoverCode.to()])
  expect((await smsTo(application, phone))[0]).toMatch(/Відновлення паролю\. Код активації - \d{6}$/)
  expect((await signInAs(application, phone, newer)).page.status).toBe(422)
  const page = await browser.follow(asked)
  expect(page.text).toContain('Код активації')
  expect(page.text).toContain('15 хвилин')

  const done = await enterCode(application, browser, phone)
  expect([done.status, done.location]).toEqual([303, routes.home.to()])
  expect((await browser.get(routes.profile.to())).status).toBe(200)
  expect((await before.get(routes.profile.to())).status).toBe(303)
  expect((await smsTo(application, phone))[0]).toContain('Дані для входу до кабінету змінено')
  expect((await signInAs(application, phone, newer)).page.status).toBe(303)
  expect((await signInAs(application, phone, password)).page.status).toBe(422)
})

test('recovery finishes an activation that never arrived, even one whose code is too old', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  await browser.post(routes.register.to(), { phone, password })
  const old = await lastCode(application, phone)
  application.setTime(minutesLater(25))
  await ask(browser, phone)
  if ((await lastCode(application, phone)) !== old)
    expect((await browser.post(routes.recoverCode.to(), { code: old })).status).toBe(422)
  expect((await enterCode(application, browser, phone)).location).toBe(routes.home.to())
  expect((await signInAs(application, phone, newer)).page.status).toBe(303)
  expect((await signInAs(application, phone, password)).page.status).toBe(422)
})

test('a phone that nobody registered sees the same pages, and gets no SMS', async () => {
  await using application = await startApplication()
  const { phone: known } = await signUp(application)
  const unknown = newPhone()
  const seen = []
  for (const phone of [known, unknown]) {
    const browser = application.browser()
    const asked = await ask(browser, phone)
    const waiting = await browser.follow(asked)
    const tried = await browser.post(routes.recoverCode.to(), { code: '000000' })
    const again = await browser.post(routes.recoverAgain.to())
    seen.push(
      [asked, waiting, tried, again].map(page => ({
        status: page.status,
        location: page.location,
        cookies: String(page.headers['set-cookie'] ?? '').replace(/=[\w-]{43}/, '='),
        html: page.html.replaceAll(/380\d{9}|\+380[\s\d]{12,}/g, 'phone'),
      })),
    )
  }
  expect(seen[0]).toEqual(seen[1])
  expect(await smsTo(application, unknown)).toHaveLength(0)
  expect(await application.db`select from people where phone = ${unknown}`).toHaveLength(0)
})

test('a code for registering recovers nothing, and one of another browser neither', async () => {
  await using application = await startApplication()
  const phone = newPhone()
  const browser = application.browser()
  const other = application.browser()
  await browser.post(routes.register.to(), { phone, password })
  const registering = await lastCode(application, phone)
  await ask(other, phone)
  const recovering = await lastCode(application, phone)
  if (registering !== recovering) {
    expect((await other.post(routes.recoverCode.to(), { code: registering })).status).toBe(422)
    expect((await browser.post(routes.activate.to(), { code: recovering })).status).toBe(422)
  }
  expect((await browser.post(routes.recoverCode.to(), { code: recovering })).status).toBe(422)
  expect((await other.post(routes.recoverCode.to(), { code: recovering })).status).toBe(303)
})

test('the form tells its faults, keeps the phone and gives no password back', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const page = await ask(browser, '067 123 45 67', newer, 'Зовсім-інше')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Паролі не збігаються')
  expect(page.html).toContain('value="067 123 45 67"')
  expect(page.html).not.toContain(newer)
  expect(page.html).not.toContain('Зовсім-інше')
  expect((await ask(browser, '067 123 45 67', '123456')).text).toContain('легко вгадати')
})

test('another code voids the one before, and brings the same password', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  const browser = application.browser()
  await ask(browser, phone)
  const first = await lastCode(application, phone)
  application.setTime(minutesLater(2))
  expect((await browser.post(routes.recoverAgain.to())).location).toBe(routes.recoverCode.to())
  if ((await lastCode(application, phone)) !== first)
    expect((await browser.post(routes.recoverCode.to(), { code: first })).status).toBe(422)
  expect((await enterCode(application, browser, phone)).status).toBe(303)
  expect((await signInAs(application, phone, newer)).page.status).toBe(303)
})

test('of twenty right codes at once one recovers, and a used one recovers nothing', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  const browser = application.browser()
  await ask(browser, phone)
  const code = await lastCode(application, phone)
  const device = browser.cookies.get('device') ?? ''
  const enter = () => {
    const one = application.browser()
    one.cookies.set('device', device)
    return one.post(routes.recoverCode.to(), { code })
  }
  await openConnections(application.db)
  const answers = await Promise.all(Array.from({ length: 20 }, enter))
  expect(answers.filter(page => page.status === 303)).toHaveLength(1)
  expect(answers.filter(page => page.status === 422)).toHaveLength(19)
  expect((await enter()).status).toBe(422)
})

test('a code for a phone that the person has given up meanwhile is worth nothing', async () => {
  await using application = await startApplication()
  const { browser: owner, phone } = await signUp(application)
  const finder = application.browser()
  await ask(finder, phone)
  const code = await lastCode(application, phone)
  const moved = newPhone()
  await owner.post(routes.profilePhone.to(), { phone: moved, password })
  await owner.post(routes.profilePhoneCode.to(), { code: await lastCode(application, moved) })
  expect((await finder.post(routes.recoverCode.to(), { code })).status).toBe(422)
  expect((await signInAs(application, moved, newer)).page.status).toBe(422)
})
