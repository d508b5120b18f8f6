import { expect, test } from 'vitest'
import { startApplication, type TestApplication } from '../../../test/application.ts'
import { openConnections } from '../../../test/database.ts'
import { newPhone, password, signInAs, signUp } from '../../../test/people.ts'
import { routes } from '../../routes.ts'

const start = Date.parse('2026-11-20T10:00:00Z')
const minutesLater = (minutes: number) => new Date(start + minutes * 60_000)
const signIn = (application: TestApplication, phone: string, typed: string) =>
  application.browser().post(routes.login.to(), { phone, password: typed })

test('phone and password sign in, however the phone is written, under a session of its own', async () => {
  await using application = await startApplication()
  const { phone, browser: first } = await signUp(application)
  const sessions = new Set([first.cookies.get('session')])
  for (const written of [
    phone,
    `+${phone}`,
    `0${phone.slice(3)}`,
    `0 (${phone.slice(3, 5)}) ${phone.slice(5)}`,
  ]) {
    const { browser, page } = await signInAs(application, written)
    expect([page.status, page.location]).toEqual([303, routes.home.to()])
    expect(String(page.headers['set-cookie'])).toMatch(/session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    sessions.add(browser.cookies.get('session'))
  }
  expect(sessions.size).toBe(5)
})

test('a session that a browser brings along is never taken over', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  const browser = application.browser()
  browser.cookies.set('session', 'chosen-by-a-stranger')
  const page = await browser.post(routes.login.to(), { phone, password })
  expect(page.status).toBe(303)
  expect(browser.cookies.get('session')).not.toBe('chosen-by-a-stranger')
})

test('a wrong password and an unknown phone get the same answer, which keeps the phone and no password', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  const pages = []
  for (const typed of [phone, newPhone()]) {
    const page = await signIn(application, typed, 'Не-той-пароль')
    expect(page.status).toBe(422)
    expect(page.html).toContain(`value="${typed}"`)
    expect(page.html).not.toContain('Не-той-пароль')
    const cookies = String(page.headers['set-cookie']).replace(/=[\w-]{43}/, '=')
    pages.push({ html: page.html.replaceAll(typed, 'phone'), cookies })
  }
  expect(pages[0]).toEqual(pages[1])
  const landline = await signIn(application, '0536701212', password)
  expect([landline.status, landline.text.includes('українського мобільного')]).toEqual([422, true])
})

test('ten wrong passwords an hour and thirty a day are checked for a phone, whether it is known or not', async () => {
  await using application = await startApplication()
  const { phone: known } = await signUp(application)
  for (const phone of [known, newPhone()]) {
    let checked = 0
    for (let hour = 0; hour < 5; hour++) {
      application.setTime(minutesLater(hour * 60))
      for (let tries = 0; tries < 12; tries++) {
        const page = await signIn(application, phone, `Навмання-${tries}`)
        if (page.status === 422) checked++
        else {
          expect(page.status).toBe(429)
          expect(Number(page.headers['retry-after'])).toBeGreaterThan(0)
          expect(page.html).toContain(`value="${phone}"`)
        }
      }
      if (hour === 0) expect(checked).toBe(10)
    }
    expect(checked).toBe(30)
  }
})

test('of twenty wrong passwords at the same moment ten are checked', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  await openConnections(application.db)
  const tries = Array.from({ length: 20 }, (_, count) => signIn(application, phone, `Навмання-${count}`))
  const statuses = (await Promise.all(tries)).map(page => page.status)
  expect(statuses.filter(status => status === 422)).toHaveLength(10)
  expect(statuses.filter(status => status === 429)).toHaveLength(10)
})

test('a stranger’s guesses don’t lock the owner out of a browser that they know', async () => {
  await using application = await startApplication()
  const { phone, browser } = await signUp(application)
  for (let tries = 0; tries < 11; tries++) await signIn(application, phone, `Навмання-${tries}`)
  expect((await signIn(application, phone, password)).status).toBe(429)
  await browser.post(routes.logout.to())
  expect((await browser.post(routes.login.to(), { phone, password })).status).toBe(303)
})

test('right passwords use up no tries', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  for (let times = 0; times < 12; times++)
    expect((await signIn(application, phone, password)).status).toBe(303)
})

test('from one address a hundred wrong passwords an hour are checked, over however many phones', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  await application.db`
    insert into limit_counts values ('wrong-passwords/60', '127.0.0.1', ${minutesLater(0)}, 99)`
  expect((await signIn(application, newPhone(), password)).status).toBe(422)
  expect((await signIn(application, newPhone(), password)).status).toBe(429)
  expect((await signIn(application, phone, password)).status).toBe(429)
  application.setTime(minutesLater(60))
  expect((await signIn(application, phone, password)).status).toBe(303)
})

test('one comes back to where one was going, and never to another site', async () => {
  await using application = await startApplication()
  const { phone } = await signUp(application)
  const asked = await application.browser().get(routes.profile.to())
  expect(asked.location).toBe(routes.login.to({ next: routes.profile.to() }))
  const form = await application.browser().get(asked.location)
  expect(form.html).toContain(`name="next" value="${routes.profile.to()}"`)
  const leads: [next: string, to: string][] = [
    ['/statistics?account=1&year=2020', '/statistics?account=1&year=2020'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example/pay', '/'],
    ['/\n//evil.example', '/'],
    ['/..//evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/auth/login', '/'],
    ['', '/'],
  ]
  for (const [next, to] of leads) {
    const page = await application.browser().post(routes.login.to(), { phone, password, next })
    expect(page.location, JSON.stringify(next)).toBe(to)
  }
})

test('a session ends an hour after its last use, and twelve hours after its beginning', async () => {
  await using application = await startApplication()
  const { browser, phone } = await signUp(application)
  for (let minute = 50; minute < 12 * 60; minute += 50) {
    application.setTime(minutesLater(minute))
    expect((await browser.get(routes.profile.to())).status, String(minute)).toBe(200)
  }
  application.setTime(minutesLater(12 * 60))
  expect((await browser.get(routes.profile.to())).status).toBe(303)

  const { browser: other } = await signInAs(application, phone)
  application.setTime(minutesLater(12 * 60 + 59))
  expect((await other.get(routes.profile.to())).status).toBe(200)
  application.setTime(minutesLater(12 * 60 + 59 + 61))
  expect((await other.get(routes.profile.to())).status).toBe(303)
})

test('leaving ends the session on the server and clears what the browser kept', async () => {
  await using application = await startApplication()
  const { browser } = await signUp(application)
  const token = browser.cookies.get('session') ?? ''
  const left = await browser.post(routes.logout.to())
  expect([left.status, left.location]).toEqual([303, routes.home.to()])
  expect(left.headers['clear-site-data']).toBe('"cache", "storage"')
  expect(browser.cookies.has('session')).toBe(false)
  browser.cookies.set('session', token)
  expect((await browser.get(routes.profile.to())).status).toBe(303)
  expect((await browser.get(routes.logout.to())).status).toBe(404)
})
