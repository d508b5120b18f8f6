import { expect, test } from 'vitest'
import { startApplication } from '../../../test/application.ts'
import { openConnections } from '../../../test/database.ts'
import { lastCode, newPhone, password, signInAs, smsTo } from '../../../test/people.ts'
import { routes } from '../../routes.ts'

const minutesLater = (minutes: number) => new Date(Date.parse('2026-11-20T10:00:00Z') + minutes * 60_000)
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a password typed at registration is nobody’s until the code is right', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  await browser.post(routes.register.to(), { phone, password })
  expect((await signInAs(application, phone)).page.status).toBe(422)
  expect(await application.db`select from people where password_hash is not null`).toHaveLength(0)
})

test('a stranger who registers a phone first gains nothing: the owner’s code brings the owner’s password', async () => {
  await using application = await startApplication()
  const phone = newPhone()
  const stranger = application.browser()
  const owner = application.browser()
  await owner.post(routes.register.to(), { phone, password })
  const ownersCode = await lastCode(application, phone)
  await stranger.post(routes.register.to(), { phone, password: 'Чужий-ранок-81' })
  expect((await stranger.post(routes.activate.to(), { code: ownersCode })).status).toBe(422)
  expect((await owner.post(routes.activate.to(), { code: ownersCode })).status).toBe(303)
  // the stranger's own code, had they seen it, comes too late to change anything
  const strangersCode = await lastCode(application, phone)
  expect((await stranger.post(routes.activate.to(), { code: strangersCode })).status).toBe(422)
  expect((await signInAs(application, phone, 'Чужий-ранок-81')).page.status).toBe(422)
  expect((await signInAs(application, phone)).page.status).toBe(303)
})

test('a code is refused when wrong, of another browser, of another purpose, late or used', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  await browser.post(routes.register.to(), { phone, password })
  const code = await lastCode(application, phone)

  const mistyped = await browser.post(routes.activate.to(), { code: wrong(code) })
  expect(mistyped.status).toBe(422)
  expect(mistyped.text).toContain('Залишилося спроб: 4')
  const half = await browser.post(routes.activate.to(), { code: '12' })
  expect(half.text).toContain('шість цифр')

  const elsewhere = await application.browser().post(routes.activate.to(), { code })
  expect(elsewhere.status).toBe(422)
  expect(elsewhere.text).toContain('Зареєструватися в кабінеті')

  expect((await browser.post(routes.recoverCode.to(), { code })).status).toBe(422)

  application.setTime(minutesLater(11))
  const late = await browser.post(routes.activate.to(), { code })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Код застарів')
  expect(late.text).toContain('Надіслати код ще раз')

  expect((await browser.post(routes.activateAgain.to())).location).toBe(routes.activate.to())
  const fresh = await lastCode(application, phone)
  if (fresh !== code) expect((await browser.post(routes.activate.to(), { code })).status).toBe(422)
  const device = browser.cookies.get('device') ?? ''
  expect(
    (await browser.post(routes.activate.to(), { code: ` ${fresh.slice(0, 3)} ${fresh.slice(3)} ` })).status,
  ).toBe(303)

  const replay = application.browser()
  replay.cookies.set('device', device)
  expect((await replay.post(routes.activate.to(), { code: fresh })).status).toBe(422)
})

test('after five wrong tries even the right code is refused, until a new one is sent', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  await browser.post(routes.register.to(), { phone, password })
  const code = await lastCode(application, phone)
  for (let tries = 1; tries <= 5; tries++)
    expect((await browser.post(routes.activate.to(), { code: wrong(code) })).status).toBe(422)
  const sixth = await browser.post(routes.activate.to(), { code })
  expect(sixth.status).toBe(429)
  expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0)
  expect(sixth.text).toContain('Надішліть собі новий код')
  application.setTime(minutesLater(2))
  await browser.post(routes.activateAgain.to())
  const next = await lastCode(application, phone)
  expect((await browser.post(routes.activate.to(), { code: next })).status).toBe(303)
})

test('of twenty right codes at once one comes in', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  await browser.post(routes.register.to(), { phone, password })
  const code = await lastCode(application, phone)
  const device = browser.cookies.get('device') ?? ''
  await openConnections(application.db)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => {
      const one = application.browser()
      one.cookies.set('device', device)
      return one.post(routes.activate.to(), { code })
    }),
  )
  expect(answers.filter(page => page.status === 303)).toHaveLength(1)
  expect(answers.filter(page => page.status === 422)).toHaveLength(19)
  expect(await application.db`select from sessions`).toHaveLength(1)
})

test('another code can be asked for after a minute, and the page says how long that is', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  await browser.post(routes.register.to(), { phone, password })
  const soon = await browser.post(routes.activateAgain.to())
  expect([soon.status, soon.headers['retry-after']]).toEqual([429, '60'])
  expect(soon.text).toContain('Код активації')
  expect(await smsTo(application, phone)).toHaveLength(1)
})

test('a browser in which nobody asked for a code is told what to do', async () => {
  await using application = await startApplication()
  const page = await application.browser().get(routes.activate.to())
  expect(page.status).toBe(200)
  expect(page.text).toContain('Відновлення паролю')
  expect(page.text).not.toContain('Активувати')
  expect(page.html).toContain(routes.register.to())
})
