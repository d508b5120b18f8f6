import { expect, test } from 'vitest'
import { monthClosingWith, seedAccount } from '../../../test/accounts.ts'
import { startApplication } from '../../../test/application.ts'

test('the samples are of every kind from every branch, in whole kopiykas, and stand in the same order after a payment', async () => {
  await using application = await startApplication()
  const { db } = application
  for (const branch of ['Гадяч', 'Кременчук', 'Семенівка'])
    for (const balance of [7168, -4159, 0])
      for (const flat of ['', '1', '2', '3'])
        await seedAccount(db, { branch, house: `${balance + 5000}`, flat, rows: [monthClosingWith(balance)] })
  await seedAccount(db, { branch: 'Гадяч', state: 'closed' })
  await seedAccount(db, { branch: 'Гадяч', rows: [] })
  const browser = application.browser()
  const samples = JSON.parse((await browser.get('/demo/accounts.json')).html)
  expect(samples.length).toBe(36)
  expect(samples[0]).toEqual({
    branch: 'Гадяч',
    settlement: 'м. Кременчук',
    street: 'вул. Соборна',
    house: '12168',
    flat: '1',
    number: expect.stringMatching(/^\d{8}$/),
    balance: 7168,
    due: 7168,
  })
  expect(
    new Set(
      samples.map((sample: { branch: string; balance: number }) => `${sample.branch} ${sample.balance}`),
    ).size,
  ).toBe(9)
  expect(samples.filter((sample: { balance: number }) => sample.balance < 0)[0].due).toBe(0)

  await db`
    insert into payments (account_id, gateway, amount, state, created_at, paid_at)
    select id, 'demo', 7000, 'paid', now(), now() from accounts where number = ${samples[0].number}`
  const later = JSON.parse((await browser.get('/demo/accounts.json')).html)
  expect(later).toEqual([{ ...samples[0], due: 168 }, ...samples.slice(1)])
})

test('outside demo mode there are no samples', async () => {
  await using application = await startApplication({ environment: { KABINET_DEMO: '0' } })
  expect((await application.browser().get('/demo/accounts.json')).status).toBe(404)
})
