import pino from 'pino'
import { expect, test } from 'vitest'
import { startApplication } from '../../test/application.ts'
import { gatewayThat } from '../../test/gateway-that.ts'
import {
  beginPaying,
  beginPayment,
  callbackBody,
  debtor,
  gatewaySays,
  sendCallback,
} from '../../test/payments.ts'
import { sweepPayments } from './sweeper.ts'

const log = pino({ level: 'silent' })
const begun = new Date('2026-11-20T10:00:00Z')
const minutesLater = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)

test('lost callbacks are made good in one run, and late ones credit nothing twice', async () => {
  const lost: string[] = []
  await using application = await startApplication({
    deliver: async (_url, body) => {
      lost.push(body)
      return 200
    },
  })
  const { db, gateways } = application
  const count = 40
  for (let at = 0; at < count; at++) {
    const { id } = await beginPayment(application)
    await db`
      insert into demo_gateway_orders (order_id, request, status, rrn, created_at, settled_at)
      values (${id}, ${db.json({ action: 'pay', version: 7, order_id: id, amount: '71.68', currency: 'UAH', description: '' })},
        'success', '012345678901', ${begun}, ${begun})`
  }
  expect(await sweepPayments({ db, gateways, log, now: minutesLater(2) })).toBe(count)
  const paid = () =>
    db`select count(*)::int as payments, sum(amount)::bigint as sum from payments where state = 'paid'`
  expect(await paid()).toEqual([{ payments: count, sum: BigInt(count) * 7168n }])
  expect(await sweepPayments({ db, gateways, log, now: minutesLater(20) })).toBe(0)
  const operations = await db<
    { id: string; gatewayPaymentId: string }[]
  >`select id, gateway_payment_id from payments`
  for (const { id, gatewayPaymentId } of operations)
    expect(
      await sendCallback(application, callbackBody(gatewaySays(id, { payment_id: gatewayPaymentId }))),
    ).toBe(200)
  expect(await paid()).toEqual([{ payments: count, sum: BigInt(count) * 7168n }])
  expect(await db`select decision, count(*)::int from payment_events group by 1 order by 1`).toEqual([
    { decision: 'applied', count },
    { decision: 'nothing-new', count },
  ])
})

test('a payment that nobody made is asked about at growing intervals, and given up a day after its end', async () => {
  await using application = await startApplication()
  const { db } = application
  await beginPayment(application)
  const { gateways } = gatewayThat(application, () => null)
  const askedAt: number[] = []
  for (;;) {
    const [next] = await db<{ askAt: Date }[]>`select ask_at from payments where ask_at is not null`
    if (next === undefined || askedAt.length > 20) break
    await sweepPayments({ db, gateways, log, now: next.askAt })
    askedAt.push((next.askAt.getTime() - begun.getTime()) / 60_000)
  }
  expect(askedAt).toEqual([1, 3, 10, 30, 60, 95, 165, 285, 525, 1005, 1560])
  expect(await db`select state from payments`).toEqual([{ state: 'expired' }])
})

test('the last question comes more than a day after the last moment in which a payment can be made', async () => {
  await using application = await startApplication()
  const { browser, account } = await debtor(application)
  const { searchParams } = new URL((await beginPaying(browser, account.id)).location)
  const order = JSON.parse(Buffer.from(searchParams.get('data') ?? '', 'base64').toString())
  expect(order.expired_date).toBe('2026-11-20 11:30:00')
  const sweep = (minutes: number) =>
    sweepPayments({
      db: application.db,
      gateways: gatewayThat(application, () => null).gateways,
      log,
      now: minutesLater(minutes),
    })
  const state = async () => (await application.db`select state from payments`)[0]?.state
  await sweep(90 + 1440)
  expect(await state()).toBe('created')
  await sweep(90 + 1440 + 480)
  expect(await state()).toBe('expired')
})

test('money that comes for a payment given up is credited', async () => {
  await using application = await startApplication()
  const { db } = application
  const { id } = await beginPayment(application)
  const { gateways } = gatewayThat(application, () => null)
  await sweepPayments({ db, gateways, log, now: minutesLater(1560) })
  expect(await db`select state from payments`).toEqual([{ state: 'expired' }])
  await sendCallback(application, callbackBody(gatewaySays(id)))
  expect(await db`select state from payments`).toEqual([{ state: 'paid' }])
})

test('a gateway that can’t be reached decides nothing, not even in the end', async () => {
  await using application = await startApplication()
  const { db } = application
  const { id } = await beginPayment(application)
  const down = gatewayThat(application, () => new Error('down'))
  for (const minute of [1, 2, 3, 1600])
    expect(await sweepPayments({ db, gateways: down.gateways, log, now: minutesLater(minute) })).toBe(1)
  expect(await db`select state, asked from payments`).toEqual([{ state: 'created', asked: 0 }])
  const up = gatewayThat(application, orderId => gatewaySays(orderId))
  await sweepPayments({ db, gateways: up.gateways, log, now: minutesLater(1601) })
  expect(up.asked).toEqual([id])
  expect(await db`select state from payments`).toEqual([{ state: 'paid' }])
})

test('what the gateway is still working on is not given up', async () => {
  await using application = await startApplication()
  const { db } = application
  await beginPayment(application)
  const { gateways } = gatewayThat(application, id => gatewaySays(id, { status: 'processing' }))
  await sweepPayments({ db, gateways, log, now: minutesLater(1600) })
  const [payment] = await db`select state, ask_at from payments`
  expect(payment).toEqual({ state: 'pending', askAt: minutesLater(1602) })
})

test('an answer with another sum is not credited, and the payment is not forgotten', async () => {
  await using application = await startApplication()
  const { db } = application
  await beginPayment(application)
  const { gateways } = gatewayThat(application, id => gatewaySays(id, { amount: 1 }))
  await sweepPayments({ db, gateways, log, now: minutesLater(1600) })
  expect(await db`select state, paid_at from payments`).toEqual([{ state: 'pending', paidAt: null }])
  expect(await db`select decision, source from payment_events`).toEqual([
    { decision: 'amount-differs', source: 'status' },
  ])
})
