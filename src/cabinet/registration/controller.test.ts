import { expect, test } from 'vitest'
import { startApplication } from '../../../test/application.ts'
import { lastCode, newPhone, password, signInAs, signUp, smsTo } from '../../../test/people.ts'
import { routes } from '../../routes.ts'

const minutesLater = (minutes: number) => new Date(Date.parse('2026-11-20T10:00:00Z') + minutes * 60_000)

test('a newcomer registers, gets the code by SMS in the manual’s words, and is in once it is typed', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  const registered = await browser.post(routes.register.to(), { phone: `+${phone}`, password })
  expect([registered.status, registered.location]).toEqual([303, routes.activate.to()])
  expect((await smsTo(application, phone))[0]).toMatch(
    /^КРЕМЕНЧУКГАЗ-Постачання\. Вітаємо, Ви зареєстровані! Код активації - \d{6}$/,
  )
  const page = await browser.follow(registered)
  expect(page.text).toContain('Код активації')
  expect(page.text).toContain('Відновлення паролю')
  expect(page.html).toContain('inputmode="numeric"')
  expect(page.html).toContain('autocomplete="one-time-code"')
  const activated = await browser.post(routes.activate.to(), { code: await lastCode(application, phone) })
  expect([activated.status, activated.location]).toEqual([303, routes.home.to()])
  expect((await browser.get(routes.profile.to())).status).toBe(200)
  for (const path of [routes.register.to(), routes.activate.to(), routes.login.to(), routes.recover.to()])
    expect((await browser.get(path)).location, path).toBe(routes.home.to())
})

test('a form with faults keeps the phone, tells each fault, and no password comes back', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const cases: [phone: string, typed: string, fault: string][] = [
    ['0536 70 12 12', 'Тихий-вечір-27', 'українського мобільного'],
    ['', 'Тихий-вечір-27', 'Введіть номер'],
    ['067 123 45 67', '', 'Вигадайте пароль'],
    ['067 123 45 67', 'Кіт-7', 'закороткий'],
    ['067 123 45 67', 'ж'.repeat(64) + 'є'.repeat(65), 'задовгий'],
    ['067 123 45 67', '123456', 'легко вгадати'],
    ['067 123 45 67', 'Пароль2024', 'легко вгадати'],
    ['067 123 45 67', 'кременчукгаз-2026', 'легко вгадати'],
    ['067 123 45 67', 'йцукенг', 'легко вгадати'],
    ['067 123 45 67', '+380 67 123 45 67', 'номером телефону'],
  ]
  for (const [phone, typed, fault] of cases) {
    const page = await browser.post(routes.register.to(), { phone, password: typed })
    expect(page.status, typed).toBe(422)
    expect(page.text).toContain(fault)
    expect(page.html).toContain('Помилка. Реєстрація')
    if (phone !== '') expect(page.html).toContain(`value="${phone}"`)
    if (typed !== '' && typed !== '+380 67 123 45 67') expect(page.html).not.toContain(typed)
  }
  expect(await application.db`select from people`).toHaveLength(0)
  expect((await browser.post(routes.register.to())).text).toContain('Вигадайте пароль')
})

test('passwords of 128 characters of any kind count whole, and differ by their last', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const phone = newPhone()
  const long = `${'Ґ 🔥é'.repeat(31)}abcd`
  expect([...long]).toHaveLength(128)
  await browser.post(routes.register.to(), { phone, password: long })
  await browser.post(routes.activate.to(), { code: await lastCode(application, phone) })
  expect((await signInAs(application, phone, `${long.slice(0, -1)}e`)).page.status).toBe(422)
  expect((await signInAs(application, phone, long)).page.status).toBe(303)
})

test('a phone that is active already sees the same pages, and gets an SMS without a code', async () => {
  await using application = await startApplication()
  const { phone: known } = await signUp(application)
  const other = newPhone()
  const seen = []
  for (const phone of [known, other]) {
    const browser = application.browser()
    const registered = await browser.post(routes.register.to(), { phone, password: 'Чужий-ранок-81' })
    const waiting = await browser.follow(registered)
    const tried = await browser.post(routes.activate.to(), { code: '000000' })
    const again = await browser.post(routes.activateAgain.to())
    seen.push(
      [registered, waiting, tried, again].map(page => ({
        status: page.status,
        location: page.location,
        cookies: String(page.headers['set-cookie'] ?? '').replace(/=[\w-]{43}/, '='),
        html: page.html.replaceAll(/380\d{9}|\+380[\s\d]{12,}/g, 'phone'),
      })),
    )
  }
  expect(seen[0]).toEqual(seen[1])
  expect((await smsTo(application, known))[0]).toMatch(/Ви вже зареєстровані/)
  expect((await smsTo(application, known))[0]).not.toMatch(/\d{6}/)
  expect((await signInAs(application, known, 'Чужий-ранок-81')).page.status).toBe(422)
  expect((await signInAs(application, known)).page.status).toBe(303)
})

test('one number gets three SMS in ten minutes, five in an hour and ten in a day', async () => {
  await using application = await startApplication()
  const phone = newPhone()
  const ask = () => application.browser().post(routes.register.to(), { phone, password })
  let sent = 0
  for (let minute = 0; minute < 13 * 60; minute += 10) {
    application.setTime(minutesLater(minute))
    for (let tries = 0; tries < 4; tries++) {
      const page = await ask()
      expect([303, 429]).toContain(page.status)
      if (page.status === 303) sent++
      else {
        expect(Number(page.headers['retry-after'])).toBeGreaterThan(0)
        expect(page.html).toContain(`value="${phone}"`)
        break
      }
    }
    if (minute === 0) expect(sent).toBe(3)
    if (minute === 50) expect(sent).toBe(5)
  }
  expect(sent).toBe(10)
  expect(await smsTo(application, phone)).toHaveLength(10)
})

test('an address, and all together, get no more SMS in an hour than the settings say', async () => {
  await using byAddress = await startApplication({ environment: { KABINET_SMS_PER_ADDRESS_HOUR: '2' } })
  await using overAll = await startApplication({ environment: { KABINET_SMS_PER_HOUR: '2' } })
  for (const application of [byAddress, overAll]) {
    const statuses = []
    for (let tries = 0; tries < 3; tries++) {
      const page = await application.browser().post(routes.register.to(), { phone: newPhone(), password })
      statuses.push(page.status)
    }
    expect(statuses).toEqual([303, 303, 429])
  }
})

test('codes, passwords and tokens stand in the database as hashes alone', async () => {
  await using application = await startApplication()
  const { browser, phone } = await signUp(application)
  const [row] = await application.db<{ all: string }[]>`
    select concat((select string_agg(people::text, '') from people), (select string_agg(codes::text, '') from codes),
      (select string_agg(sessions::text, '') from sessions)) as all`
  const everything = row?.all ?? ''
  expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  const secrets = [password, await lastCode(application, phone), ...browser.cookies.values()]
  for (const secret of secrets) {
    expect(everything).not.toContain(secret)
    expect(everything).not.toContain(Buffer.from(secret).toString('hex'))
  }
})

test('a form of another site is refused', async () => {
  await using application = await startApplication()
  const page = await application
    .browser()
    .post(routes.register.to(), { phone: newPhone(), password }, { origin: 'https://evil.example' })
  expect(page.status).toBe(403)
  expect(await application.db`select from sms`).toHaveLength(0)
})
