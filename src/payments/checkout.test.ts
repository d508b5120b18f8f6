import { expect, test } from 'vitest'
import { hold } from '../../test/accounts.ts'
import { startApplication } from '../../test/application.ts'
import type { Page } from '../../test/browser.ts'
import { beginPaying, debtor, decide, openConnections } from '../../test/payments.ts'
import { visitor } from '../../test/visitors.ts'
import { routes } from '../routes.ts'

test('many clicks on «Оплатити» at once begin one payment', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  await openConnections(application.db)
  const answers = await Promise.all(Array.from({ length: 10 }, () => beginPaying(browser, account.id)))
  expect(new Set(answers.map(answer => answer.location)).size).toBe(1)
  expect(await application.db`select amount from payments`).toEqual([{ amount: 7168n }])
})

test('paying again while the news of the first payment is being written begins no second one', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const { db } = application
  await beginPaying(browser, account.id)
  let again: Promise<Page> | undefined
  await db.begin(async tx => {
    await tx`update payments set state = 'paid', paid_at = created_at`
    again = beginPaying(browser, account.id)
    const waiting = () =>
      db`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(waiting, { timeout: 5000 }).toHaveLength(1)
  })
  expect((await again)?.location).toBe(routes.account.to({ id: account.id }))
  expect(await db`select state from payments`).toEqual([{ state: 'paid' }])
})

test('another sum due begins another payment, and money that comes for the old one is credited all the same', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const old = await beginPaying(browser, account.id)
  await application.db`update ledger_rows set charged = charged + 100, closing = closing + 100`
  const fresh = await beginPaying(browser, account.id)
  expect(fresh.location).not.toBe(old.location)
  const states = () => application.db`select state, amount from payments order by number`
  expect(await states()).toEqual([
    { state: 'expired', amount: 7168n },
    { state: 'created', amount: 7268n },
  ])
  await decide(browser, old, 'pay')
  expect(await states()).toEqual([
    { state: 'paid', amount: 7168n },
    { state: 'created', amount: 7268n },
  ])
})

test.each([
  ['a settled account', 0],
  ['an overpaid account', -4159],
])('nothing can be paid for %s', async (_name, balance) => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application, balance)
  const answer = await beginPaying(browser, account.id)
  expect(answer.location).toBe(routes.account.to({ id: account.id }))
  expect(await application.db`select from payments`).toHaveLength(0)
})

test('nothing can be paid where no gateway is switched on, nor before a first month is published', async () => {
  await using application = await startApplication({ gateways: new Map() })
  const { browser, account } = await debtor(application)
  expect((await beginPaying(browser, account.id)).location).toBe(routes.account.to({ id: account.id }))
  await using other = await startApplication()
  const person = await debtor(other)
  await other.db`delete from ledger_rows`
  expect((await beginPaying(person.browser, person.account.id)).location).toContain('/accounts/')
  expect(await other.db`select from payments`).toHaveLength(0)
})

test('while the gateway works on a payment, no second one can be begun', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  await beginPaying(browser, account.id)
  await application.db`update payments set state = 'pending'`
  expect((await beginPaying(browser, account.id)).location).toBe(routes.account.to({ id: account.id }))
  expect(await application.db`select from payments`).toHaveLength(1)
})

test('while the gateway works on the payment of one holder, none of the others can pay, nor see that payment', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const other = await visitor(application)
  await hold(application.db, other.phone, account.id)
  await beginPaying(browser, account.id)
  await application.db`update payments set state = 'pending'`
  const [payment] = await application.db<{ id: string }[]>`select id from payments`
  const path = routes.payment.to({ id: payment?.id ?? '' })
  const toAccount = routes.account.to({ id: account.id })
  for (const page of [toAccount, routes.home.to()]) {
    const [own, foreign] = [await browser.get(page), await other.browser.get(page)]
    for (const { text, html } of [own, foreign]) {
      expect(text).toContain('Попередній платіж ще перевіряємо')
      expect(html).not.toContain('action="/payments"')
    }
    expect(own.html).toContain(`href="${path}"`)
    expect(foreign.html).not.toContain(path)
  }
  expect((await other.browser.get(path)).status).toBe(404)
  expect((await beginPaying(other.browser, account.id)).location).toBe(toAccount)
  expect(await application.db`select from payments`).toHaveLength(1)
})

test('a payment begun is handed out again while there is time to make it, and then another is begun', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const first = await beginPaying(browser, account.id)
  await application.db`update sessions set last_used_at = '2026-11-20T11:00:00Z'`
  application.setTime(new Date('2026-11-20T11:15:00Z'))
  expect((await beginPaying(browser, account.id)).location).toBe(first.location)
  application.setTime(new Date('2026-11-20T11:15:01Z'))
  expect((await beginPaying(browser, account.id)).location).not.toBe(first.location)
})
