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
const restAtLeast = 3_600_000

/**
 * Begins a payment of all that is due, or finds the one that the person has begun: a double click makes one payment.
 * Reckoned from the ledger and the unposted payments under the account's lock, whatever the page showed.
 */
export async function beginCheckout(
  db: Sql,
  wish: Wish,
): Promise<{ ok: true; payment: OpenPayment } | { ok: false; reason: Unpayable }> {
  return db.begin(async tx => {
    await tx`select from accounts where id = ${wish.accountId} for no key update`
    const offer = await currentOffer(tx, wish)
    if ('reason' in offer) return { ok: false, reason: offer.reason }
    const payment = (await openPayment(tx, wish, offer.pay)) ?? (await newPayment(tx, wish, offer.pay))
    return { ok: true, payment }
  })
}

async function currentOffer(tx: Transaction, { accountId, personId }: Wish): Promise<PaymentOffer> {
  const [dues] = await tx<{ closing: Kopiykas | null; unposted: Kopiykas; checking: boolean }[]>`
    select
      (select closing from ledger_rows where account_id = ${accountId} order by period desc limit 1) as closing,
      (select coalesce(sum(amount), 0)::bigint from payments
        where account_id = ${accountId} and state = 'paid' and posted_at is null) as unposted,
      exists (select from payments
        where account_id = ${accountId} and person_id = ${personId} and state = 'pending') as checking`
  return dues === undefined ? { reason: 'no-month' } : payable({ ...dues, gateway: true })
}

/**
 * The payment that the person has begun, if it is for the same sum by the same gateway. Any other is expired here; should
 * the person still pay it in a page left open, that is credited all the same, and the sweeper goes on asking about it.
 */
async function openPayment(tx: Transaction, wish: Wish, amount: Kopiykas): Promise<OpenPayment | null> {
  const [open] = await tx<{ id: string; amount: Kopiykas; gateway: string; createdAt: Date }[]>`
    select id, amount, gateway, created_at from payments
    where person_id = ${wish.personId} and account_id = ${wish.accountId} and state = 'created' for update`
  if (open === undefined) return null
  const expiresAt = new Date(open.createdAt.getTime() + paymentLife)
  const lasts = expiresAt.getTime() - wish.now.getTime() >= restAtLeast
  if (open.amount === amount && open.gateway === wish.gateway && lasts)
    return { id: open.id, amount, expiresAt }
  await tx`update payments set state = 'expired' where id = ${open.id}`
  return null
}

async function newPayment(tx: Transaction, wish: Wish, amount: Kopiykas): Promise<OpenPayment> {
  const { personId, accountId, gateway, now } = wish
  const [made] = await tx<{ id: string }[]>`
    insert into payments (account_id, person_id, gateway, amount, created_at, ask_at)
    values (${accountId}, ${personId}, ${gateway}, ${amount}, ${now}, ${firstQuestion(now)}) returning id`
  if (made === undefined) throw new Error('the payment was not written')
  return { id: made.id, amount, expiresAt: new Date(now.getTime() + paymentLife) }
}
