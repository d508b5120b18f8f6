import { expect, test } from 'vitest'
import { startApplication } from '../../../test/application.ts'
import {
  beginPayment,
  callbackBody,
  gatewaySays,
  openConnections,
  sendCallback,
} from '../../../test/payments.ts'
import type { Sql } from '../../db/connection.ts'
import { routes } from '../../routes.ts'

const stateOf = async (db: Sql, id: string) =>
  (await db`select state from payments where id = ${id}`)[0]?.state
const decisions = async (db: Sql) =>
  (await db`select decision from payment_events order by id`).map(event => event.decision)

test('the same callback many times at once is applied once, and each is acknowledged', async () => {
  await using application = await startApplication()
  const { db } = application
  const { id } = await beginPayment(application)
  const body = callbackBody(gatewaySays(id))
  await openConnections(db)
  const answers = await Promise.all(Array.from({ length: 12 }, () => sendCallback(application, body)))
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(await decisions(db)).toEqual(['applied'])
  expect(await stateOf(db, id)).toBe('paid')
})

test('the same outcome in other bytes is kept, and credits nothing more', async () => {
  await using application = await startApplication()
  const { db } = application
  const { id } = await beginPayment(application)
  const bodies = Array.from({ length: 6 }, (_, transaction_id) =>
    callbackBody(gatewaySays(id, { transaction_id })),
  )
  await Promise.all(bodies.map(body => sendCallback(application, body)))
  expect((await decisions(db)).toSorted()).toEqual(['applied', ...Array(5).fill('nothing-new')])
  expect(await db`select sum(amount)::bigint as paid from payments where state = 'paid'`).toEqual([
    { paid: 7168n },
  ])
})

test('the bytes of a callback are kept as they came', async () => {
  await using application = await startApplication()
  const { id } = await beginPayment(application)
  const body = `${callbackBody(gatewaySays(id))}&extra=%D0%B3%D0%B0%D0%B7`
  await sendCallback(application, body)
  const [event] = await application.db<{ raw: Buffer; source: string; paymentId: string }[]>`
    select raw, source, payment_id from payment_events`
  expect(event?.raw.toString()).toBe(body)
  expect(event).toMatchObject({ source: 'callback', paymentId: id })
})

test('a callback that is not signed by the gateway is refused, and nothing changes', async () => {
  await using application = await startApplication()
  const { id } = await beginPayment(application)
  const good = new URLSearchParams(callbackBody(gatewaySays(id)))
  const [data = '', signature = ''] = [good.get('data'), good.get('signature')].map(value => value ?? '')
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
  const forged = [
    '',
    'data=',
    form({ data }),
    form({ signature }),
    form({ data, signature: '' }),
    form({ data, signature: signature.toLowerCase() }),
    form({ data: data.slice(4), signature }),
    `${good}&data=${encodeURIComponent(data)}`,
    callbackBody(gatewaySays(id), 'another key'),
    callbackBody(gatewaySays(id), ''),
    JSON.stringify({ data, signature }),
    '\u0000\uffff',
  ]
  for (let at = 0; at < signature.length; at++)
    forged.push(form({ data, signature: `${signature.slice(0, at)}*${signature.slice(at + 1)}` }))
  for (const changed of [{ amount: 0.01 }, { status: 'reversed' }, { currency: 'USD' }, { order_id: 'x' }])
    forged.push(
      form({ data: Buffer.from(JSON.stringify(gatewaySays(id, changed))).toString('base64'), signature }),
    )
  for (const body of forged) expect(await sendCallback(application, body), body).toBe(403)
  expect(forged.length).toBeGreaterThan(55)
  expect(await application.db`select from payment_events`).toHaveLength(0)
  expect(await stateOf(application.db, id)).toBe('created')
})

test('what is signed and yet no news of a payment is refused', async () => {
  await using application = await startApplication()
  const { id } = await beginPayment(application)
  for (const inner of [
    '[]',
    'null',
    '{',
    '"text"',
    '{"order_id":"1"}',
    JSON.stringify(gatewaySays(id, { public_key: 'another-shop' })),
    JSON.stringify(gatewaySays(id)).slice(0, -2),
  ])
    expect(await sendCallback(application, callbackBody(inner)), inner).toBe(400)
  expect(await application.db`select from payment_events`).toHaveLength(0)
})

test('money other than asked for is never credited, and the household sees that it is looked into', async () => {
  await using application = await startApplication()
  const { db } = application
  for (const changes of [
    { amount: 71.67 },
    { amount: 7168 },
    { amount: '71.680000001' },
    { amount: null },
    { amount: -71.68 },
    { currency: 'USD' },
    { currency: '' },
  ]) {
    const { id, browser, accountId } = await beginPayment(application)
    expect(await sendCallback(application, callbackBody(gatewaySays(id, changes)))).toBe(200)
    expect((await decisions(db)).at(-1), JSON.stringify(changes)).toBe('amount-differs')
    expect((await browser.get(routes.payment.to({ id }))).text).toContain('Перевіряємо')
    expect((await browser.get(routes.account.to({ id: accountId }))).text).toContain('Заборгованість')
  }
  expect(await db`select from payments where paid_at is not null`).toHaveLength(0)
})

test('signed news of an order that is not ours is kept and acknowledged', async () => {
  await using application = await startApplication()
  const { id } = await beginPayment(application)
  for (const order of ['00000000-0000-4000-8000-000000000000', "1' or '1'='1", '12345', id.toUpperCase()])
    expect(await sendCallback(application, callbackBody(gatewaySays(order))), order).toBe(200)
  expect(await application.db`select decision, payment_id from payment_events`).toEqual(
    Array(4).fill({ decision: 'unknown-order', paymentId: null }),
  )
  expect(await stateOf(application.db, id)).toBe('created')
})

test('one operation of the gateway pays one payment', async () => {
  await using application = await startApplication()
  const [first, second] = [await beginPayment(application), await beginPayment(application)]
  for (const { id } of [first, second])
    await sendCallback(application, callbackBody(gatewaySays(id, { payment_id: 42 })))
  expect(await decisions(application.db)).toEqual(['applied', 'operation-known'])
  expect(await stateOf(application.db, second.id)).toBe('created')
})

test('a second operation for an order that is paid is held for a person to look at', async () => {
  await using application = await startApplication()
  const { id } = await beginPayment(application)
  for (const payment_id of [42, 43])
    await sendCallback(application, callbackBody(gatewaySays(id, { payment_id })))
  expect(await decisions(application.db)).toEqual(['applied', 'second-payment'])
})

test('outside demo mode there is no demo gateway and no entrance for it', async () => {
  await using application = await startApplication({ environment: { KABINET_DEMO: '0' } })
  const browser = application.browser()
  for (const path of [routes.demoCheckout.to(), routes.demoStyle.to()])
    expect((await browser.get(path)).status).toBe(404)
  for (const path of [
    routes.gatewayCallback.to({ gateway: 'demo' }),
    routes.demoCheckout.to(),
    routes.demoApi.to(),
  ])
    expect((await browser.post(path)).status).toBe(404)
})

test('LiqPay tells outcomes at its own entrance, where the demo gateway’s key opens nothing', async () => {
  await using application = await startApplication({
    environment: {
      KABINET_PAYMENTS: 'liqpay',
      LIQPAY_PUBLIC_KEY: 'i00000000',
      LIQPAY_PRIVATE_KEY: 'a key of liqpay',
    },
  })
  const { id } = await beginPayment(application)
  const send = (body: string) =>
    application.app.inject({
      method: 'POST',
      url: routes.gatewayCallback.to({ gateway: 'liqpay' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: body,
    })
  const fields = gatewaySays(id, { public_key: 'i00000000' })
  expect((await send(callbackBody(fields))).statusCode).toBe(403)
  expect((await send(callbackBody(fields, 'a key of liqpay'))).statusCode).toBe(200)
  expect(await stateOf(application.db, id)).toBe('paid')
})
