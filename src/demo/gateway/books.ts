import type { Db } from '../../db/connection.ts'
import type { Random } from '../../domain/clock.ts'
import type { Checkout, Shop } from './protocol.ts'

/** An order that the gateway has settled: `success` or `failure`, for good. */
export interface Order {
  orderId: string
  request: Checkout
  paymentId: bigint
  status: 'success' | 'failure'
  rrn: string | null
  cardMask: string | null
  createdAt: Date
  settledAt: Date
}

/** The cards that a payer can choose from; none of them is anybody's. */
export const sampleCards = ['424242*42', '535353*53'] as const

/** The order of that id, or null where nobody has decided about it. */
export async function findOrder(db: Db, orderId: string): Promise<Order | null> {
  const [order] = await db<Order[]>`select * from demo_gateway_orders where order_id = ${orderId}`
  return order ?? null
}

/** Books what the payer decided. null: it was decided before, and stays as it was. */
export async function settleOrder(
  db: Db,
  request: Checkout,
  decision: { status: Order['status']; cardMask: string; now: Date; random: Random },
): Promise<Order | null> {
  const { status, cardMask, now, random } = decision
  const rrn = status === 'success' ? twelveDigits(random) : null
  const [order] = await db<Order[]>`
    insert into demo_gateway_orders (order_id, request, status, rrn, card_mask, created_at, settled_at)
    values (${request.order_id}, ${db.json(request)}, ${status}, ${rrn}, ${cardMask}, ${now}, ${now})
    on conflict (order_id) do nothing returning *`
  return order ?? null
}

/** The order as callbacks and answers tell it. */
export function orderFields(shop: Shop, order: Order): object {
  const { request, status } = order
  return {
    payment_id: Number(order.paymentId),
    action: request.action,
    status,
    version: request.version,
    type: 'buy',
    paytype: 'card',
    public_key: shop.publicKey,
    order_id: request.order_id,
    liqpay_order_id: `DEMO${order.paymentId}`,
    description: request.description,
    sender_card_mask2: order.cardMask,
    sender_card_country: 804,
    amount: request.amount,
    currency: request.currency,
    sender_commission: 0,
    receiver_commission: 0,
    agent_commission: 0,
    is_3ds: false,
    transaction_id: Number(order.paymentId),
    create_date: order.createdAt.getTime(),
    end_date: order.settledAt.getTime(),
    ...(order.rrn === null ? {} : { rrn_debit: order.rrn }),
    ...(status === 'failure' ? { err_code: 'decline', err_description: 'Declined by the payer' } : {}),
  }
}

function twelveDigits(random: Random): string {
  return Array.from(random(12), byte => String(byte % 10)).join('')
}
