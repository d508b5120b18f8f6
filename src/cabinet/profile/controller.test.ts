import { expect, test } from 'vitest'
import { startApplication } from '../../../test/application.ts'
import { openConnections } from '../../../test/database.ts'
import { lastCode, newPhone, password, signInAs, signUp, smsTo } from '../../../test/people.ts'
import { statementsOf } from '../../../test/statements.ts'
import { routes } from '../../routes.ts'

const newer = 'Зовсім-нове-31'

test('the profile shows the person in two statements', async () => {
  await using application = await startApplication()
  const { browser, phone } = await signUp(application)
  const statements = await statementsOf(application.db, async () => {
    const page = await browser.get(routes.profile.to())
    expect(page.text).toContain(`+380 67 ${phone.slice(5, 8)} ${phone.slice(8, 10)} ${phone.slice(10)}`)
    expect(page.text).toContain('Українська')
  })
  expect(statements).toHaveLength(2)
})

test('a name is kept as text, whatever it holds', async () => {
  await using application = await startApplication()
  const { browser } = await signUp(application)
  const saved = await browser.post(routes.profileName.to(), { name: '  <b>Оксана</b>  "Тест" ' })
  expect(saved.location).toBe(routes.profile.to({ done: 'name' }))
  const page = await browser.follow(saved)
  expect(page.text).toContain('Ім’я збережено')
  expect(page.html).toContain('value="&lt;b>Оксана&lt;/b> &quot;Тест&quot;"')
  for (const name of ['Я'.repeat(101), 'a\u0000b', 'a\nb'])
    expect((await browser.post(routes.profileName.to(), { name })).status, name).toBe(422)
  expect((await browser.post(routes.profileName.to(), { name: '' })).status).toBe(303)
})

test('a new password asks for the old one, ends the other sessions and tells the owner', async () => {
  await using application = await startApplication()
  const { browser, phone } = await signUp(application)
  const { browser: other } = await signInAs(application, phone)
  const change = (current: string, newPassword = newer, confirmation = newPassword) =>
    browser.post(routes.profilePassword.to(), { current, newPassword, confirmation })

  const wrong = await change('Не-той-пароль')
  expect([wrong.status, wrong.text.includes('Пароль не підходить')]).toEqual([422, true])
  expect(wrong.html).not.toContain(newer)
  expect((await change(password, newer, 'інше')).status).toBe(422)
  expect((await change(password, password)).status).toBe(422)
  expect((await change(password, phone)).text).toContain('номером телефону')
  expect((await signInAs(application, phone)).page.status).toBe(303)

  const session = browser.cookies.get('session')
  expect((await change(password)).location).toBe(routes.profile.to({ done: 'password' }))
  expect(browser.cookies.get('session')).not.toBe(session)
  expect((await browser.get(routes.profile.to())).status).toBe(200)
  expect((await other.get(routes.profile.to())).status).toBe(303)
  expect((await smsTo(application, phone))[0]).toContain('Дані для входу до кабінету змінено')
  expect((await signInAs(application, phone, newer)).page.status).toBe(303)
  expect((await signInAs(application, phone)).page.status).toBe(422)
})

test('guessing the password from inside is limited as it is from outside', async () => {
  await using application = await startApplication()
  const { browser } = await signUp(application)
  const statuses = []
  for (let tries = 0; tries < 11; tries++) {
    const fields = { current: `Навмання-${tries}`, newPassword: newer, confirmation: newer }
    statuses.push((await browser.post(routes.profilePassword.to(), fields)).status)
  }
  expect(statuses).toEqual([...Array(10).fill(422), 429])
})

test('a new phone takes effect by its code and the password; the old one is told and signs in no more', async () => {
  await using application = await startApplication()
  const { browser, phone } = await signUp(application)
  const { browser: other } = await signInAs(application, phone)
  const next = newPhone()
  const wrong = await browser.post(routes.profilePhone.to(), { phone: next, password: 'Не-той-пароль' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain(`value="${next}"`)
  expect(await smsTo(application, next)).toHaveLength(0)
  expect((await browser.post(routes.profilePhone.to(), { phone, password })).text).toContain(
    'теперішній номер',
  )

  const asked = await browser.post(routes.profilePhone.to(), { phone: next, password })
  expect(asked.location).toBe(routes.profilePhoneCode.to())
  expect((await browser.follow(asked)).text).toContain('Код активації')
  const code = await lastCode(application, next)
  expect((await other.post(routes.profilePhoneCode.to(), { code })).location).toBe(routes.profile.to())
  expect((await browser.post(routes.profilePhoneCode.to(), { code })).location).toBe(
    routes.profile.to({ done: 'phone' }),
  )
  expect((await browser.get(routes.profile.to())).status).toBe(200)
  expect((await other.get(routes.profile.to())).status).toBe(303)
  expect((await smsTo(application, phone))[0]).toContain('Дані для входу до кабінету змінено')
  expect((await signInAs(application, next)).page.status).toBe(303)
  expect((await signInAs(application, phone)).page.status).toBe(422)
})

test('a code that one person asked for gives nothing to another who signs in in the same browser', async () => {
  await using application = await startApplication()
  const { browser } = await signUp(application)
  const { phone: second } = await signUp(application)
  const next = newPhone()
  await browser.post(routes.profilePhone.to(), { phone: next, password })
  await browser.post(routes.logout.to())
  await browser.post(routes.login.to(), { phone: second, password })
  await browser.post(routes.profilePhoneCode.to(), { code: await lastCode(application, next) })
  expect(await application.db`select from people where phone = ${next}`).toHaveLength(0)
})

test('another person’s phone can’t be taken, and whether it is one is not told', async () => {
  await using application = await startApplication()
  const { browser } = await signUp(application)
  const { phone: taken } = await signUp(application)
  const asked = await browser.post(routes.profilePhone.to(), { phone: taken, password })
  expect(asked.location).toBe(routes.profilePhoneCode.to())
  expect((await smsTo(application, taken))[0]).not.toMatch(/\d{6}/)
  expect((await browser.post(routes.profilePhoneCode.to(), { code: '000000' })).text).toContain(
    'Залишилося спроб: 4',
  )
})

test('of two people who prove one free phone at the same moment one gets it', async () => {
  await using application = await startApplication()
  const next = newPhone()
  const ready = []
  for (const { browser } of [await signUp(application), await signUp(application)]) {
    await browser.post(routes.profilePhone.to(), { phone: next, password })
    ready.push({ browser, code: await lastCode(application, next) })
  }
  await openConnections(application.db)
  const answers = await Promise.all(
    ready.map(({ browser, code }) => browser.post(routes.profilePhoneCode.to(), { code })),
  )
  expect(answers.map(page => page.location).sort()).toEqual([
    routes.profile.to(),
    routes.profile.to({ done: 'phone' }),
  ])
  expect(await application.db`select from people where phone = ${next}`).toHaveLength(1)
})

test('a phone that somebody began to register and never finished can be taken', async () => {
  await using application = await startApplication()
  const { browser } = await signUp(application)
  const next = newPhone()
  await application.browser().post(routes.register.to(), { phone: next, password })
  await browser.post(routes.profilePhone.to(), { phone: next, password })
  const code = await lastCode(application, next)
  expect((await browser.post(routes.profilePhoneCode.to(), { code })).status).toBe(303)
  expect((await signInAs(application, next)).page.status).toBe(303)
})

test('who is signed out sees no profile and changes none', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const posts = [routes.profileName, routes.profilePassword, routes.profilePhone, routes.profilePhoneCode]
  for (const route of posts) expect((await browser.post(route.to(), {})).location).toBe(routes.login.to())
})
