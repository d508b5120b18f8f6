import { createHash } from 'node:crypto'
import type { Sql, Transaction } from '../db/connection.ts'
import type { Kopiykas } from '../domain/money.ts'
import { afterNews, movedMoney, type PaymentState } from '../domain/payment-status.ts'
import type { GatewayNews } from '../gateways/payments/gateway.ts'

/** News of a payment, whoever brought it. */
export interface Delivery {
  /** The gateway's name. */
  gateway: string
  source: 'callback' | 'status'
  /** The bytes as they came; the same bytes twice are the same news. */
  raw: Buffer
  news: GatewayNews
  now: Date
}

/**
 * What was done about it. `applied`: the payment moved on. `nothing-new`: it was there already, or further.
 * `unknown-order`: it names no payment of ours. Where a person has to look: `amount-differs`, another sum or currency
 * than we asked for; `second-payment`, money by another operation for an order that was paid already;
 * `operation-known`, an operation that paid another of our orders. `duplicate`: these very bytes were decided before.
 */
export type Decision =
  | 'applied'
  | 'nothing-new'
  | 'unknown-order'
  | 'amount-differs'
  | 'second-payment'
  | 'operation-known'

export interface Applied {
  decision: Decision | 'duplicate'
  paymentId: string | null
  /** The payment's state afterwards; null where there is no payment. */
  state: PaymentState | null
}

/** What a decision looks at. */
interface KnownPayment {
  id: string
  state: PaymentState
  amount: Kopiykas
  currency: string
  gatewayPaymentId: string | null
  createdAt: Date
  /** The gateway's operation stands at another payment of ours. */
  operationKnown: boolean
}

/**
 * The one way by which news changes a payment. The event is stored first and then applied exactly once, under the
 * payment's lock and in one transaction; whoever acknowledges does so after this has returned.
 */
export async function applyNews(db: Sql, delivery: Delivery): Promise<Applied> {
  return db.begin(async tx => {
    const eventId = await storeEvent(tx, delivery)
    const payment = await lockPayment(tx, delivery)
    const known = { paymentId: payment?.id ?? null, state: payment?.state ?? null }
    if (eventId === null) return { decision: 'duplicate', ...known }
    const decision = decide(payment, delivery.news)
    await tx`update payment_events set decision = ${decision}, payment_id = ${known.paymentId} where id = ${eventId}`
    if (payment === null) return { decision, ...known }
    return { decision, paymentId: payment.id, state: await carryOut(tx, payment, decision, delivery) }
  })
}

/** null: the same bytes were stored before. A twin that is being decided at this moment is waited for. */
async function storeEvent(
  tx: Transaction,
  { gateway, source, raw, news, now }: Delivery,
): Promise<bigint | null> {
  const key = createHash('sha256').update(raw).digest()
  const reason = news.failure === null ? news.status : `${news.status}: ${news.failure}`
  const [stored] = await tx<{ id: bigint }[]>`
    insert into payment_events (gateway, event_key, source, received_at, raw, decision, reason)
    values (${gateway}, ${key}, ${source}, ${now}, ${raw}, 'stored', ${reason.slice(0, 200)})
    on conflict (gateway, event_key) do nothing returning id`
  return stored?.id ?? null
}

async function lockPayment(tx: Transaction, { gateway, news }: Delivery): Promise<KnownPayment | null> {
  const [payment] = await tx<KnownPayment[]>`
    select id, state, amount, currency, gateway_payment_id, created_at,
      exists (
        select from payments other
        where other.gateway = ${gateway} and other.gateway_payment_id = ${news.gatewayPaymentId} and other.id <> payments.id
      ) as operation_known
    from payments where id::text = ${news.orderId} and gateway = ${gateway} for update`
  return payment ?? null
}

function decide(payment: KnownPayment | null, news: GatewayNews): Decision {
  if (payment === null) return 'unknown-order'
  if (differs(payment, news)) return 'amount-differs'
  if (payment.operationKnown) return 'operation-known'
  if (isSecond(payment, news)) return 'second-payment'
  return afterNews(payment.state, news.outcome) === payment.state ? 'nothing-new' : 'applied'
}

/** A failure may come without a sum; money may not. */
function differs(payment: KnownPayment, { amount, currency, outcome }: GatewayNews): boolean {
  if (amount === null && currency === '' && !movedMoney(outcome)) return false
  return amount !== payment.amount || currency !== payment.currency
}

function isSecond({ state, gatewayPaymentId }: KnownPayment, news: GatewayNews): boolean {
  if (state !== 'paid' || news.outcome !== 'paid') return false
  return (
    gatewayPaymentId !== null && news.gatewayPaymentId !== null && gatewayPaymentId !== news.gatewayPaymentId
  )
}

async function carryOut(
  tx: Transaction,
  payment: KnownPayment,
  decision: Decision,
  { news, now }: Delivery,
): Promise<PaymentState> {
  if (decision === 'applied') return moveOn(tx, payment, news, now)
  if (decision === 'amount-differs' && movedMoney(news.outcome)) return holdOpen(tx, payment)
  return payment.state
}

async function moveOn(
  tx: Transaction,
  payment: KnownPayment,
  news: GatewayNews,
  now: Date,
): Promise<PaymentState> {
  const state = afterNews(payment.state, news.outcome)
  await tx`
    update payments set
      state = ${state},
      fee = ${news.fee},
      gateway_payment_id = coalesce(${news.gatewayPaymentId}, gateway_payment_id),
      rrn = coalesce(${news.rrn}, rrn),
      card_mask = coalesce(${news.cardMask}, card_mask),
      paid_at = case when ${movedMoney(news.outcome)} then coalesce(paid_at, ${momentOf(payment, news, now)}) end,
      ask_at = case when ${movedMoney(news.outcome)} then null else ask_at end
    where id = ${payment.id}`
  return state
}

/** Paid when the gateway says so, for news may come late; but never before the payment was begun, nor after now. */
function momentOf({ createdAt }: KnownPayment, { paidAt }: GatewayNews, now: Date): Date {
  const told = (paidAt ?? now).getTime()
  return new Date(Math.min(Math.max(told, createdAt.getTime()), now.getTime()))
}

/** Some other money was taken: not credited, not forgotten; the payer sees «Перевіряємо» until a person has looked. */
async function holdOpen(tx: Transaction, payment: KnownPayment): Promise<PaymentState> {
  const state = afterNews(payment.state, 'processing')
  await tx`update payments set state = ${state} where id = ${payment.id}`
  return state
}
