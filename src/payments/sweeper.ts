import type { Sql } from '../db/connection.ts'
import type { Gateways, PaymentGateway } from '../gateways/payments/gateway.ts'
import { applyNews } from './apply.ts'
import { askingLife, nextTry, waits } from './schedule.ts'
import { type PaymentLog, tellDecision } from './telling.ts'

/** What the sweeper works with. */
export interface Sweep {
  db: Sql
  gateways: Gateways
  log: PaymentLog
  now: Date
}

interface Asked {
  id: string
  gateway: string
  createdAt: Date
}

/** So many payments are taken up at a time, and asked about side by side. */
const batch = 8

/**
 * Asks the gateways about every payment whose time has come, for a callback may be lost, and gives up, long after
 * the end of their life, those that nobody made. Two sweepers at once don't ask the same. Returns how many were asked
 * about.
 */
export async function sweepPayments(sweep: Sweep): Promise<number> {
  let count = 0
  for (;;) {
    const taken = await takeUp(sweep)
    const reached = await Promise.all(taken.map(payment => askAbout(sweep, payment)))
    count += taken.length
    if (taken.length < batch || !reached.includes(true)) return count
  }
}

/** Takes payments up by setting their next time: what a crash leaves unasked is asked then. */
async function takeUp({ db, now }: Sweep): Promise<Asked[]> {
  return db<Asked[]>`
    update payments set
      asked = asked + 1,
      ask_at = ${now}::timestamptz + make_interval(mins => (${[...waits]}::int[])[least(asked + 2, ${waits.length}::int)])
    where id in (
      select id from payments where ask_at <= ${now} order by ask_at limit ${batch} for update skip locked
    )
    returning id, gateway, created_at`
}

/** Whether the gateway could be reached and its answer written. Never throws: one payment's fault is not the others'. */
async function askAbout(sweep: Sweep, payment: Asked): Promise<boolean> {
  const gateway = sweep.gateways.get(payment.gateway)
  if (gateway === undefined) return false // switched off in the settings, for a while or for good
  try {
    await hear(sweep, payment, gateway)
    if (sweep.now.getTime() - payment.createdAt.getTime() >= askingLife) await giveUp(sweep, payment)
    return true
  } catch (error) {
    const facts = { err: error, gateway: gateway.name, paymentId: payment.id }
    sweep.log.warn(facts, 'a gateway could not be asked, or its answer not be written')
    await askSoon(sweep, payment)
    return false
  }
}

/** Where the database is away as well, the payment is asked about at the time that was set when it was taken up. */
async function askSoon({ db, log, now }: Sweep, { id }: Asked): Promise<void> {
  try {
    await db`update payments set ask_at = ${nextTry(now)}, asked = asked - 1 where id = ${id} and ask_at is not null`
  } catch (error) {
    log.warn({ err: error, paymentId: id }, 'a payment is asked about later than it should be')
  }
}

async function hear({ db, log, now }: Sweep, payment: Asked, gateway: PaymentGateway): Promise<void> {
  const answer = await gateway.fetchStatus(payment.id)
  if (answer === null) return
  const delivery = { gateway: gateway.name, source: 'status', now, ...answer } as const
  tellDecision(log, delivery, await applyNews(db, delivery))
}

/** The gateway was asked a last time and told of no money. What it is still working on is asked about further. */
async function giveUp({ db, log }: Sweep, { id, gateway }: Asked): Promise<void> {
  const [given] = await db<{ state: string }[]>`
    update payments set
      state = case when state = 'created' then 'expired' else state end,
      ask_at = case when state = 'pending' then ask_at end
    where id = ${id} and ask_at is not null returning state`
  if (given?.state === 'pending')
    log.warn({ gateway, paymentId: id }, 'a payment is undecided long after its life')
}
