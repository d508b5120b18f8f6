/** Sweepers, callbacks and PostgreSQL getting in each other's way. */
import pino from 'pino'
import { expect, test } from 'vitest'
import { startApplication } from '../../test/application.ts'
import { gatewayThat } from '../../test/gateway-that.ts'
import {
  beginPayment,
  callbackBody,
  gatewaySays,
  openConnections,
  sendCallback,
} from '../../test/payments.ts'
import { sweepPayments } from './sweeper.ts'

const log = pino({ level: 'silent' })
const begun = new Date('2026-11-20T10:00:00Z')
const minutesLater = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)

test('two sweepers at once ask about each payment once', async () => {
  await using application = await startApplication()
  const { db } = application
  for (let at = 0; at < 20; at++) await beginPayment(application)
  const { gateways, asked } = gatewayThat(application, () => null)
  const sweep = { db, gateways, log, now: minutesLater(1) }
  await openConnections(db)
  const counts = await Promise.all([sweepPayments(sweep), sweepPayments(sweep), sweepPayments(sweep)])
  expect(counts.reduce((total, count) => total + count)).toBe(20)
  expect(new Set(asked).size).toBe(20)
  expect(asked).toHaveLength(20)
})

test('a payment that another sweeper, or news, is at work on is passed over and not waited for', async () => {
  await using application = await startApplication()
  const { db } = application
  const [busy, free] = [await beginPayment(application), await beginPayment(application)]
  const { gateways, asked } = gatewayThat(application, () => null)
  await db.begin(async tx => {
    await tx`select from payments where id = ${busy.id} for update`
    await sweepPayments({ db, gateways, log, now: minutesLater(1) })
  })
  expect(asked).toEqual([free.id])
})

test('where PostgreSQL ends the sessions of two callbacks and a sweeper, nothing ends the process, and the money is credited once', async () => {
  await using application = await startApplication()
  const { db } = application
  const { id } = await beginPayment(application)
  const { gateways } = gatewayThat(application, orderId => gatewaySays(orderId))
  await openConnections(db)
  const unheard: unknown[] = []
  const hear = (reason: unknown) => unheard.push(reason)
  process.on('unhandledRejection', hear)
  await db.begin(async tx => {
    await tx`lock table payment_events in exclusive mode`
    const callback = callbackBody(gatewaySays(id))
    const sweep = sweepPayments({ db, gateways, log, now: minutesLater(1) })
    const callbacks = Promise.all([sendCallback(application, callback), sendCallback(application, callback)])
    const waiting = () =>
      db`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(waiting, { timeout: 5000 }).toHaveLength(3)
    await db`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    for (const status of await callbacks) expect(status).toBeGreaterThanOrEqual(500)
    expect(await sweep).toBe(1)
  })
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
  expect(await db`select state, ask_at, asked from payments`).toEqual([
    { state: 'created', askAt: minutesLater(2), asked: 0 },
  ])
  for (let time = 0; time < 2; time++)
    expect(await sendCallback(application, callbackBody(gatewaySays(id)))).toBe(200)
  expect(await db`select decision from payment_events`).toEqual([{ decision: 'applied' }])
})

test('a database that goes away at the answer spoils one payment’s turn and not the others’', async () => {
  await using application = await startApplication()
  const { db } = application
  const ids = [await beginPayment(application), await beginPayment(application)].map(({ id }) => id)
  const { gateways } = gatewayThat(application, orderId => gatewaySays(orderId))
  await db`
    create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end'`
  await db.unsafe(
    `create trigger refused before update on payments for each row when (old.asked > 0 and old.id = '${ids[0]}') execute function refuse()`,
  )
  expect(await sweepPayments({ db, gateways, log, now: minutesLater(1) })).toBe(2)
  const states = await db`select id, state from payments order by number`
  expect(states.map(({ state }) => state)).toEqual(['created', 'paid'])
})
