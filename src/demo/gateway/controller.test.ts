import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { startApplication, type TestApplication } from '../../../test/application.ts'
import { demoShop } from '../../gateways/payments/demo-shop.ts'
import { routes } from '../../routes.ts'

const checkout = {
  version: 7,
  public_key: demoShop.publicKey,
  action: 'pay',
  amount: 71.6,
  currency: 'UAH',
  description: 'За <b>газ</b>',
  order_id: 'order-1',
  result_url: 'http://localhost:8080/payments/order-1',
  server_url: 'http://localhost:8080/gateways/demo/callback',
}

function signed(fields: object, privateKey: string = demoShop.privateKey, hash = 'sha3-256') {
  const data = Buffer.from(JSON.stringify(fields)).toString('base64')
  const signature = createHash(hash)
    .update(privateKey + data + privateKey)
    .digest('base64')
  return { data, signature }
}

const show = (application: TestApplication, form: Record<string, string>) =>
  application.browser().get(routes.demoCheckout.to(form))
const decide = (application: TestApplication, decision: string, fields: object = checkout) =>
  application.browser().post(routes.demoCheckout.to(), { ...signed(fields), decision })
const ask = async (application: TestApplication, form: Record<string, string>) => {
  const answer = await application.browser().post(routes.demoApi.to(), form)
  return { status: answer.status, says: JSON.parse(answer.html) as Record<string, unknown> }
}
const question = { version: 7, public_key: demoShop.publicKey, action: 'status', order_id: 'order-1' }

test('the page says who wants how much for what, that it is a demo, and books nothing by being looked at', async () => {
  await using application = await startApplication()
  const page = await show(application, signed(checkout))
  expect(page.status).toBe(200)
  for (const words of [
    '71,60 грн',
    'КРЕМЕНЧУКГАЗ-ПОСТАЧАННЯ',
    'order-1',
    'За <b>газ</b>',
    'Гроші не списуються',
  ])
    expect(page.text).toContain(words)
  expect(page.html).not.toContain('<b>газ')
  expect(page.html).not.toMatch(/<style|style="|<script/)
  expect(await application.db`select from demo_gateway_orders`).toHaveLength(0)
  expect((await application.browser().get(routes.demoStyle.to())).headers['content-type']).toContain(
    'text/css',
  )
})

test('a shop of an older version signs by SHA-1, and may send people by POST', async () => {
  await using application = await startApplication()
  const form = signed({ ...checkout, version: 3 }, demoShop.privateKey, 'sha1')
  expect((await show(application, form)).status).toBe(200)
  expect((await application.browser().post(routes.demoCheckout.to(), form)).text).toContain('Відхилити')
})

test('a wrong signature and an unknown shop are refused, and nothing is booked', async () => {
  await using application = await startApplication()
  const other = { ...checkout, public_key: 'another' }
  for (const form of [
    signed(checkout, 'another key'),
    { ...signed(checkout), signature: '' },
    { data: signed(checkout).data },
    {},
    signed(other),
    { ...signed({ ...checkout, amount: 1 }), signature: signed(checkout).signature },
  ]) {
    const fields: Record<string, string> = { ...form }
    expect((await show(application, fields)).status).toBe(403)
    const pressed = await application.browser().post(routes.demoCheckout.to(), { ...fields, decision: 'pay' })
    expect(pressed.status).toBe(403)
  }
  expect(await application.db`select from demo_gateway_orders`).toHaveLength(0)
})

test('nobody is sent, and no callback goes, anywhere but to the shop’s own site', async () => {
  const delivered: string[] = []
  await using application = await startApplication({ deliver: async url => delivered.push(url) })
  for (const foreign of [
    { result_url: 'https://evil.example/' },
    { server_url: 'http://169.254.169.254/latest' },
    { result_url: 'javascript:alert(1)' },
    { amount: 0 },
    { amount: '1e3' },
    { currency: 'USD' },
  ])
    expect((await decide(application, 'pay', { ...checkout, ...foreign })).status).toBe(400)
  expect(delivered).toEqual([])
})

test('what was decided first stands: one callback, one settled order', async () => {
  const delivered: string[] = []
  await using application = await startApplication({
    deliver: async (_url, body) => {
      delivered.push(body)
      return 200
    },
  })
  const answers = await Promise.all(['pay', 'decline', 'pay'].map(word => decide(application, word)))
  for (const answer of answers) expect(answer.location).toBe(checkout.result_url)
  expect(delivered).toHaveLength(1)
  expect(await application.db`select from demo_gateway_orders`).toHaveLength(1)
})

test('a question about an order is answered with the fields of the protocol, if it is signed', async () => {
  await using application = await startApplication()
  expect(await ask(application, signed(question))).toMatchObject({ says: { err_code: 'payment_not_found' } })
  await decide(application, 'pay')
  const { says } = await ask(application, signed(question))
  expect(says).toMatchObject({
    result: 'ok',
    status: 'success',
    order_id: 'order-1',
    amount: '71.6',
    currency: 'UAH',
    public_key: demoShop.publicKey,
    sender_commission: 0,
    sender_card_mask2: '424242*42',
    rrn_debit: expect.stringMatching(/^\d{12}$/),
    payment_id: 2400000001,
  })
  expect((await ask(application, signed(question, 'another key'))).status).toBe(403)
})

test('a callback that does not arrive is sent again', async () => {
  const answers = [new Error('down'), 503, 200]
  const delivered: string[] = []
  await using application = await startApplication({
    deliver: async (_url, body) => {
      delivered.push(body)
      const answer = answers.shift() ?? 200
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  expect((await decide(application, 'pay')).status).toBe(303)
  await vi.waitFor(() => expect(delivered).toHaveLength(2), 3000)
  expect(new Set(delivered).size).toBe(1)
})

test('an order whose time is over can’t be decided any more, and the page says so and leads back', async () => {
  const delivered: string[] = []
  await using application = await startApplication({ deliver: async url => delivered.push(url) })
  const order = { ...checkout, expired_date: '2026-11-20 10:00:01' }
  expect((await show(application, signed(order))).text).toContain('Відхилити')
  application.setTime(new Date('2026-11-20T10:00:01Z'))
  for (const page of [await show(application, signed(order)), await decide(application, 'pay', order)]) {
    expect(page.status).toBe(410)
    expect(page.text).toContain('Час на оплату цього замовлення минув')
    expect(page.html).toContain(`href="${checkout.result_url}"`)
    expect(page.text).not.toMatch(/Оплатити|Відхилити/)
  }
  expect(delivered).toEqual([])
  expect(await application.db`select from demo_gateway_orders`).toHaveLength(0)
  for (const expired_date of ['2026-11-20', '2026-13-40 10:00:00', ''])
    expect((await show(application, signed({ ...checkout, expired_date }))).status).toBe(400)
})

test('an order decided in time shows its decision after its time, too', async () => {
  await using application = await startApplication()
  const order = { ...checkout, expired_date: '2026-11-20 10:00:01' }
  await decide(application, 'pay', order)
  application.setTime(new Date('2026-11-20T12:00:00Z'))
  const page = await show(application, signed(order))
  expect(page.status).toBe(200)
  expect(page.text).toContain('Платіж проведено')
})
