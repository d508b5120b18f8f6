import type { Sql, Transaction } from '../db/connection.ts'
import type { Kopiykas } from '../domain/money.ts'
import { type PaymentOffer, payable, type Unpayable } from '../domain/payable.ts'
import { firstQuestion, paymentLife } from './schedule.ts'

/** Who wants to pay for which account, and through what. What is to be paid is for us to say. */
export interface Wish {
  personId: number
  accountId: number
  gateway: string
  now: Date
}

/** A payment to be made at the gateway. */
export interface OpenPayment {
  id: string
  amount: Kopiykas
  /** From then on it can't be paid any more. */
  expiresAt: Date
}

/** A payment that has less than this left is not handed out again. */
const restAtLeast = 15 * 60_000

/**
 * Begins a payment of all that is due, or finds the one that the person has begun: a double click makes one payment.
 * Reckoned from the ledger and the payments that it does not hold, under the account's lock, whatever the page showed.
 */
export async function beginCheckout(
  db: Sql,
  wish: Wish,
): Promise<{ ok: true; payment: OpenPayment } | { ok: false; reason: Unpayable }> {
  return db.begin(async tx => {
    await tx`select from accounts where id = ${wish.accountId} for no key update`
    // locked before the reckoning: news that is just being applied to it counts
    const open = await lockOpenPayment(tx, wish)
    const offer = await currentOffer(tx, wish)
    if ('reason' in offer) return { ok: false, reason: offer.reason }
    if (open !== null && stillFits(open, wish, offer.pay)) return { ok: true, payment: handedOut(open) }
    if (open !== null) await expire(tx, open)
    return { ok: true, payment: handedOut(await newPayment(tx, wish, offer.pay)) }
  })
}

async function currentOffer(tx: Transaction, { accountId }: Wish): Promise<PaymentOffer> {
  const [dues] = await tx<{ closing: Kopiykas | null; outsideBalance: Kopiykas; checking: boolean }[]>`
    select
      (select closing from ledger_rows where account_id = ${accountId} order by period desc limit 1) as closing,
      (select coalesce(sum(amount), 0)::bigint from payments_outside_balance
        where account_id = ${accountId}) as outside_balance,
      exists (select from payments where account_id = ${accountId} and state = 'pending') as checking`
  return dues === undefined ? { reason: 'no-month' } : payable({ ...dues, gateway: true })
}

interface BegunPayment {
  id: string
  amount: Kopiykas
  gateway: string
  createdAt: Date
}

/** The payment that the person has begun and not finished; there is one at most. */
async function lockOpenPayment(tx: Transaction, { personId, accountId }: Wish): Promise<BegunPayment | null> {
  const [open] = await tx<BegunPayment[]>`
    select id, amount, gateway, created_at from payments
    where person_id = ${personId} and account_id = ${accountId} and state = 'created' for update`
  return open ?? null
}

function stillFits(open: BegunPayment, { gateway, now }: Wish, amount: Kopiykas): boolean {
  const rest = endOf(open).getTime() - now.getTime()
  return open.amount === amount && open.gateway === gateway && rest >= restAtLeast
}

/**
 * Another sum is due now. Should the person still pay this one in a page left open, that is credited all the same, and
 * the sweeper goes on asking about it.
 */
async function expire(tx: Transaction, { id }: BegunPayment): Promise<void> {
  await tx`update payments set state = 'expired' where id = ${id}`
}

async function newPayment(tx: Transaction, wish: Wish, amount: Kopiykas): Promise<BegunPayment> {
  const { personId, accountId, gateway, now } = wish
  const [made] = await tx<BegunPayment[]>`
    insert into payments (account_id, person_id, gateway, amount, created_at, ask_at)
    values (${accountId}, ${personId}, ${gateway}, ${amount}, ${now}, ${firstQuestion(now)})
    returning id, amount, gateway, created_at`
  if (made === undefined) throw new Error('the payment was not written')
  return made
}

function handedOut(payment: BegunPayment): OpenPayment {
  return { id: payment.id, amount: payment.amount, expiresAt: endOf(payment) }
}

function endOf({ createdAt }: BegunPayment): Date {
  return new Date(createdAt.getTime() + paymentLife)
}
