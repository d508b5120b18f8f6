import { expect, test } from 'vitest'
import { startApplication } from '../../test/application.ts'
import { beginPayment, callbackBody, gatewaySays } from '../../test/payments.ts'
import type { Sql } from '../db/connection.ts'
import type { Gateways } from '../gateways/payments/gateway.ts'
import { applyNews, type Delivery } from './apply.ts'

const now = new Date('2026-11-20T10:05:00Z')

/** A callback of the demo gateway as the entrance hands it on. */
function delivery(gateways: Gateways, fields: object, source: Delivery['source'] = 'callback'): Delivery {
  const raw = Buffer.from(callbackBody(fields))
  const verified = gateways.get('demo')?.verifyCallback(raw)
  if (!verified?.ok) throw new Error('the callback of this test is wrong')
  return { gateway: 'demo', source, raw, news: verified.news, now }
}

const paymentRow = async (db: Sql, id: string) =>
  (
    await db`select state, amount, fee, gateway_payment_id, rrn, card_mask, paid_at from payments where id = ${id}`
  )[0]

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]]
  return list.flatMap((first, at) => permutations(list.toSpliced(at, 1)).map(rest => [first, ...rest]))
}

const words = ['3ds_verify', 'processing', 'failure', 'success', 'reversed'] as const
/** Every choice of one to four of what the gateway may say, and 1,50 грн that the payer bears. */
const choices = Array.from({ length: 2 ** words.length }, (_, bits) =>
  words.filter((_word, at) => bits & (1 << at)),
).filter(choice => choice.length >= 1 && choice.length <= 4)

test('the end is the same in whatever order up to four events come, one after the other', async () => {
  await using application = await startApplication()
  const { db, gateways } = application
  const { id } = await beginPayment(application)
  let tried = 0
  for (const choice of choices) {
    const ends = new Set<string>()
    for (const order of permutations(choice)) {
      await db`update payments set state = 'created', paid_at = null, fee = 0, gateway_payment_id = null, rrn = null, card_mask = null`
      await db`delete from payment_events`
      for (const status of order)
        await applyNews(db, delivery(gateways, gatewaySays(id, { status, sender_commission: 1.5 })))
      const { state, paidAt, ...rest } = (await paymentRow(db, id)) ?? {}
      expect(paidAt).toEqual(state === 'paid' || state === 'refunded' ? now : null)
      ends.add(JSON.stringify({ state, fee: String(rest.fee), rrn: rest.rrn }))
      tried++
    }
    expect([...ends], choice.join()).toHaveLength(1)
  }
  expect(tried).toBe(5 + 20 + 60 + 120)
})

test('the end is the same where they all come at once', async () => {
  await using application = await startApplication()
  const { db, gateways } = application
  for (let round = 0; round < 10; round++) {
    const { id } = await beginPayment(application)
    const statuses = ['failure', 'success', 'processing', 'success'] as const
    await Promise.all(
      statuses.map((status, at) =>
        applyNews(db, delivery(gateways, gatewaySays(id, { status, transaction_id: at % 3 }))),
      ),
    )
    expect(await paymentRow(db, id)).toMatchObject({ state: 'paid', paidAt: now })
  }
})

test('a success tells the operation, the card and what the payer bore above the sum', async () => {
  await using application = await startApplication()
  const { db, gateways } = application
  const { id } = await beginPayment(application)
  const says = gatewaySays(id, { sender_commission: '1.07', payment_id: 2400000001 })
  const applied = await applyNews(db, delivery(gateways, says))
  expect(applied).toEqual({ decision: 'applied', paymentId: id, state: 'paid' })
  expect(await paymentRow(db, id)).toEqual({
    state: 'paid',
    amount: 7168n,
    fee: 107n,
    gatewayPaymentId: '2400000001',
    rrn: '012345678901',
    cardMask: '424242*42',
    paidAt: now,
  })
  const [asks] = await db`select ask_at from payments`
  expect(asks?.askAt).toBeNull()
})

test('a failure may come without a sum; money may not', async () => {
  await using application = await startApplication()
  const { db, gateways } = application
  const { id } = await beginPayment(application)
  const bare = { amount: undefined, currency: undefined }
  const money = await applyNews(db, delivery(gateways, gatewaySays(id, bare)))
  expect(money).toMatchObject({ decision: 'amount-differs', state: 'pending' })
  const failure = await applyNews(db, delivery(gateways, gatewaySays(id, { ...bare, status: 'failure' })))
  expect(failure).toMatchObject({ decision: 'applied', state: 'failed' })
})

test('what can’t be written is not half written: the event is free to come again', async () => {
  await using application = await startApplication()
  const { db, gateways } = application
  const { id } = await beginPayment(application)
  await db`alter table payments add constraint broken check (state <> 'paid')`
  const news = delivery(gateways, gatewaySays(id))
  await expect(applyNews(db, news)).rejects.toThrow('broken')
  expect(await db`select from payment_events`).toHaveLength(0)
  await db`alter table payments drop constraint broken`
  expect(await applyNews(db, news)).toMatchObject({ decision: 'applied', state: 'paid' })
})

test('a payment is of the moment that the gateway tells, within the time from its beginning until now', async () => {
  await using application = await startApplication()
  const { db, gateways } = application
  const begun = Date.parse('2026-11-20T10:00:00Z')
  for (const [endDate, minute] of [
    [begun + 2 * 60_000, 2],
    [String(begun + 3 * 60_000), 3],
    [begun - 60_000, 0],
    [begun / 1000, 0],
    [now.getTime() + 60_000, 5],
    [9e14, 5],
    [undefined, 5],
    [null, 5],
    ['', 5],
    [0, 5],
    [-1, 5],
    ['2026-11-20 10:02:00', 5],
  ] as const) {
    const { id } = await beginPayment(application)
    await applyNews(db, delivery(gateways, gatewaySays(id, { end_date: endDate })))
    const { paidAt } = (await paymentRow(db, id)) ?? {}
    expect(paidAt, String(endDate)).toEqual(new Date(begun + minute * 60_000))
  }
})

test('money given back leaves the moment in which it was paid', async () => {
  await using application = await startApplication()
  const { db, gateways } = application
  const { id } = await beginPayment(application)
  const paidAt = new Date('2026-11-20T10:01:00Z')
  for (const [status, minute] of [
    ['success', 1],
    ['reversed', 4],
  ] as const) {
    const end_date = Date.parse('2026-11-20T10:00:00Z') + minute * 60_000
    await applyNews(db, delivery(gateways, gatewaySays(id, { status, end_date })))
  }
  expect(await paymentRow(db, id)).toMatchObject({ state: 'refunded', paidAt })
})
