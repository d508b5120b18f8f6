import { expect, test } from 'vitest'
import { hold, monthClosingWith, seedAccount } from '../../../test/accounts.ts'
import { startApplication } from '../../../test/application.ts'
import { beginPaying, debtor, decide, sendCallback } from '../../../test/payments.ts'
import { pdfText } from '../../../test/pdf-text.ts'
import { statementsOf } from '../../../test/statements.ts'
import { visitor } from '../../../test/visitors.ts'
import { routes } from '../../routes.ts'

test('a debt is paid at the gateway, and the payment is there with its receipt', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)

  const checkout = await beginPaying(browser, account.id)
  expect(checkout.status).toBe(303)
  expect(checkout.location).toMatch(/^http:\/\/localhost:8080\/gateways\/demo\/checkout\?data=/)
  const gateway = await browser.get(checkout.location)
  expect(gateway.status).toBe(200)
  for (const words of [
    '71,68 грн',
    'КРЕМЕНЧУКГАЗ',
    account.number,
    'Оплатити',
    'Відхилити',
    'демонстраційна',
  ])
    expect(gateway.text).toContain(words)

  const returned = await decide(browser, checkout, 'pay')
  const page = await browser.get(returned.location)
  for (const words of ['Оплачено', '71,68 грн', account.number, '424242*42', 'Demo Pay', 'Квитанція'])
    expect(page.text).toContain(words)
  expect(page.text).not.toContain('Перевіряємо')
  expect(page.html).not.toContain('hx-trigger')

  const receipt = await browser.get(`${returned.location}/receipt.pdf`)
  expect(receipt.status).toBe(200)
  expect(receipt.headers['content-type']).toBe('application/pdf')
  expect(receipt.headers['content-disposition']).toContain("filename*=UTF-8''")
  const words = pdfText(receipt.body)
  expect(words).toContain(account.number)
  expect(words).toContain('71,68')

  const again = await browser.get(checkout.location)
  expect(again.text).toContain('Платіж проведено')
  expect(again.text).not.toContain('Відхилити')
})

test('a payment lowers what is due at once, before the billing knows of it', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  await decide(browser, await beginPaying(browser, account.id), 'pay')
  const again = await beginPaying(browser, account.id)
  expect(again.location).toBe(routes.account.to({ id: account.id }))
  expect(await application.db`select state from payments`).toEqual([{ state: 'paid' }])
})

test('a payment that is declined is not paid, has no receipt, and can be begun anew', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const first = await beginPaying(browser, account.id)
  const returned = await decide(browser, first, 'decline')
  const page = await browser.get(returned.location)
  expect(page.text).toContain('Не оплачено')
  expect(page.text).toContain('зачекайте кілька хвилин: ми перевіримо й зарахуємо їх')
  expect(page.text).toContain('Спробуйте ще раз: відкрийте рахунок і натисніть «Оплатити»')
  expect(page.text).not.toContain('Квитанція')
  expect((await browser.get(`${returned.location}/receipt.pdf`)).status).toBe(404)
  const second = await beginPaying(browser, account.id)
  expect(second.location).not.toBe(first.location)
  await decide(browser, second, 'pay')
  expect(await application.db`select state from payments order by number`).toEqual([
    { state: 'failed' },
    { state: 'paid' },
  ])
})

test('an account that is not held can’t be paid for, and none is made up', async () => {
  await using application = await startApplication()
  const { browser } = await debtor(application)
  const foreign = await seedAccount(application.db, { rows: [monthClosingWith(500)] })
  const answers = await Promise.all([
    beginPaying(browser, foreign.id),
    beginPaying(browser, 999_999),
    browser.post(routes.payments.to(), {}),
    browser.post(routes.payments.to(), { account: 'x' }),
  ])
  for (const answer of answers) {
    expect(answer.status).toBe(404)
    expect(answer.html).toBe(answers[0]?.html)
  }
})

test('another’s payment and its receipt answer the same bytes as ones that never were', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const { location } = await decide(browser, await beginPaying(browser, account.id), 'pay')
  const { browser: stranger, phone } = await visitor(application)
  await hold(application.db, phone, account.id) // even one who holds the same account
  const missing = routes.payment.to({ id: '00000000-0000-4000-8000-000000000000' })
  for (const suffix of ['', '/receipt.pdf']) {
    const [foreign, none, noId] = await Promise.all(
      [location, missing, routes.payment.to({ id: "1'" })].map(path => stranger.get(path + suffix)),
    )
    expect(foreign?.status).toBe(404)
    expect(foreign?.html).toBe(none?.html)
    expect(foreign?.html).toBe(noId?.html)
    expect((await browser.get(location + suffix)).status).toBe(200)
  }
})

test('coming back proves nothing: until the gateway has spoken the page says «Перевіряємо» and looks anew', async () => {
  await using application = await startApplication({ deliver: async () => 200 })
  const { browser, account } = await debtor(application)
  const { location } = await decide(browser, await beginPaying(browser, account.id), 'pay')
  const page = await browser.get(`${location}?status=success&paid=1`)
  expect(page.text).toContain('Перевіряємо')
  expect(page.text).not.toContain('Оплачено')
  expect(page.html).toContain('hx-trigger="every 4s"')
  expect(page.html).toContain('<noscript><meta http-equiv="refresh" content="4"')
  expect((await browser.get(`${location}/receipt.pdf`)).status).toBe(404)
  expect(await application.db`select state from payments`).toEqual([{ state: 'created' }])
})

test('a page whose outcome stays unknown stops to look anew, and keeps no forgotten session alive', async () => {
  await using application = await startApplication({ deliver: async () => 200 })
  const { browser, account } = await debtor(application)
  const { location } = await decide(browser, await beginPaying(browser, account.id), 'pay')
  application.setTime(new Date('2026-11-20T10:30:00Z'))
  const page = await browser.get(location)
  expect(page.text).toContain('Перевіряємо')
  expect(page.html).not.toMatch(/hx-trigger|http-equiv/)
})

test('a form of another site begins no payment, and nobody pays signed out', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const fields = { account: String(account.id) }
  const foreign = await browser.post(routes.payments.to(), fields, { origin: 'https://evil.example' })
  expect(foreign.status).toBe(403)
  const signedOut = await application.browser().post(routes.payments.to(), fields)
  expect(signedOut.location).toBe(routes.login.to())
  expect(await application.db`select from payments`).toHaveLength(0)
})

test('the page of a payment and its receipt take three statements each', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const { location } = await decide(browser, await beginPaying(browser, account.id), 'pay')
  for (const path of [location, `${location}/receipt.pdf`])
    expect(await statementsOf(application.db, () => browser.get(path))).toHaveLength(3)
})

test('money that was given back is said so, and has no receipt any more', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const { location } = await decide(browser, await beginPaying(browser, account.id), 'pay')
  await application.db`update payments set state = 'refunded'`
  const page = await browser.get(location)
  expect(page.text).toContain('Повернено')
  expect(page.text).not.toMatch(/Оплачено|Квитанція/)
  expect((await browser.get(`${location}/receipt.pdf`)).status).toBe(404)
})

test('a payment whose callback comes weeks late is of the day on which the gateway took it', async () => {
  const late: string[] = []
  await using application = await startApplication({
    deliver: async (_url, body) => {
      late.push(body)
      return 200
    },
  })
  const { browser, account } = await debtor(application)
  const checkout = await beginPaying(browser, account.id)
  application.setTime(new Date('2026-11-20T10:04:00Z'))
  const { location } = await decide(browser, checkout, 'pay')
  application.setTime(new Date('2026-12-10T10:00:00Z'))
  expect(await sendCallback(application, late[0] ?? '')).toBe(200)
  expect(await application.db`select paid_at from payments`).toEqual([
    { paidAt: new Date('2026-11-20T10:04:00Z') },
  ])
  await application.db`update sessions set last_used_at = '2026-12-10T10:00:00Z', expires_at = '2027-01-01'`
  expect((await browser.get(location)).text).toContain('Сплачено 20 листопада 2026 року, 12:04')
  expect((await browser.get(routes.account.to({ id: account.id }))).text).toContain('20.11.2026 71,68 грн')
  expect(pdfText((await browser.get(`${location}/receipt.pdf`)).body)).toContain(
    'Дата і час 20 листопада 2026 року, 12:04',
  )
})
