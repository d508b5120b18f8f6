import { expect, test } from 'vitest'
import { hold, seedAccount } from '../../../test/accounts.ts'
import { choose } from '../../../test/address-cascade.ts'
import { startApplication } from '../../../test/application.ts'
import { visitor } from '../../../test/visitors.ts'

const flatHouse = { branch: 'Кременчук', settlement: 'м. Кременчук', street: 'вул. Соборна', house: '12' }

test('the fifty-first account is refused', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  for (let at = 0; at < 50; at++) {
    const { id } = await seedAccount(application.db, { house: '50', flat: String(at + 1), rows: [] })
    await hold(application.db, phone, id)
  }
  const { number } = await seedAccount(application.db, flatHouse)
  const page = await browser.post('/accounts', { ...(await choose(browser, flatHouse)), number })
  expect(page.status).toBe(422)
  expect(page.text).toContain('щонайбільше 50 рахунків')
})

test('after ten wrong tries in an hour no try of that person is looked at, and what was typed stays', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const { number } = await seedAccount(application.db, flatHouse)
  const fields = await choose(browser, flatHouse)
  for (let at = 0; at < 10; at++)
    expect((await browser.post('/accounts', { ...fields, number: '99999999' })).status).toBe(422)
  const right = await browser.post('/accounts', { ...fields, number })
  expect(right.status).toBe(429)
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
  expect(right.html).toContain(`value="${number}"`)
  const other = await visitor(application)
  expect((await other.browser.post('/accounts', { ...fields, number })).status).toBe(303)
  application.setTime(new Date('2026-11-20T10:40:00Z'))
  expect((await browser.post('/accounts', { ...fields, number })).status).toBe(429)
  application.setTime(new Date('2026-11-20T11:01:00Z'))
  expect((await browser.post('/accounts', { ...fields, number })).status).toBe(303)
})

test('thirty wrong tries from one network address stop the others there too, and right ones do not count', async () => {
  await using application = await startApplication()
  const { number } = await seedAccount(application.db, flatHouse)
  const first = await visitor(application)
  const fields = await choose(first.browser, flatHouse)
  for (let at = 0; at < 12; at++)
    expect((await first.browser.post('/accounts', { ...fields, number })).status).toBe(303)
  for (const who of [first, await visitor(application), await visitor(application)])
    for (let at = 0; at < 10; at++)
      expect((await who.browser.post('/accounts', { ...fields, number: '99999999' })).status).toBe(422)
  const fourth = await visitor(application)
  expect((await fourth.browser.post('/accounts', { ...fields, number })).status).toBe(429)
})
