import { expect, test } from 'vitest'
import { hold, seedAccount } from '../../test/accounts.ts'
import { startApplication } from '../../test/application.ts'
import { password, signUp } from '../../test/people.ts'
import { visitor } from '../../test/visitors.ts'
import { routes } from '../routes.ts'

const hoursLater = new Date('2026-11-20T15:00:00Z')
const origin = 'http://localhost:8080'
const ended = 'Сеанс завершено. Увійдіть ще раз.'

test('whose session has ended is told so, and comes back to the page with the form', async () => {
  await using application = await startApplication()
  const { browser, phone } = await signUp(application)
  const { id } = await seedAccount(application.db)
  await hold(application.db, phone, id)
  application.setTime(hoursLater)
  const page = routes.account.to({ id })
  const sent = await browser.post(routes.payments.to(), { account: String(id) }, { referer: origin + page })
  expect([sent.status, sent.location]).toEqual([303, routes.login.to({ next: page, ended: 1 })])
  const signIn = await browser.follow(sent)
  expect(signIn.text).toContain(ended)
  expect(signIn.html).toContain(`name="next" value="${page}"`)
  const back = await browser.post(routes.login.to(), { phone, password, next: page })
  expect(back.location).toBe(page)
})

test('a page that is asked for after the end says so too; who held no session is told nothing of one', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  application.setTime(hoursLater)
  const next = routes.statistics.to()
  expect((await browser.get(next)).location).toBe(routes.login.to({ next, ended: 1 }))
  expect((await browser.get(routes.home.to())).text).toContain(ended)
  const stranger = application.browser()
  expect((await stranger.get(next)).location).toBe(routes.login.to({ next }))
  expect((await stranger.get(routes.home.to())).text).not.toContain(ended)
})

test('nothing but a page of ours is gone back to', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  application.setTime(hoursLater)
  const elsewhere = [
    'https://evil.example/profile',
    'nonsense',
    `${origin}//evil.example`,
    `${origin}/auth/login`,
  ]
  for (const referer of elsewhere) {
    const sent = await browser.post(routes.payments.to(), { account: '1' }, { referer })
    expect(sent.location, referer).toBe(routes.login.to({ ended: 1 }))
  }
  const said = { referer: `${origin}/profile?done=name` }
  const sent = await browser.post(routes.payments.to(), { account: '1' }, said)
  expect(sent.location).toBe(routes.login.to({ next: '/profile', ended: 1 }))
})

test('what was written after the session’s end is shown to be copied, but never a password or a code', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  application.setTime(hoursLater)
  const referer = origin + routes.contacts.to()
  const message = { subject: 'Пеня', body: 'Перший рядок\r\n<b>другий</b>' }
  const page = await browser.post(routes.messages.to(), message, { referer })
  expect(page.status).toBe(401)
  expect(page.text).toContain('Сеанс завершено')
  expect(page.html).toMatch(/<textarea[^>]*readonly[^>]*>Перший рядок\r\n&lt;b>другий&lt;\/b><\/textarea>/)
  expect(page.html).toContain('>Пеня</textarea>')
  expect(page.html).toContain(
    `href="${routes.login.to({ next: '/contacts', ended: 1 }).replace('&', '&amp;')}"`,
  )
  expect(await application.db`select from messages`).toHaveLength(0)
  const phone = await browser.post(routes.profilePhone.to(), {
    phone: '067 123 45 67',
    password: 'таємниця-27',
  })
  expect(phone.text).toContain('067 123 45 67')
  expect(phone.html).not.toContain('таємниця')
  const secrets = { current: 'таємниця-27', newPassword: 'таємниця-28', confirmation: 'таємниця-28' }
  expect((await browser.post(routes.profilePassword.to(), secrets)).status).toBe(303)
  expect((await browser.post(routes.profilePhoneCode.to(), { code: '123456' })).status).toBe(303)
})
