import type { Db } from '../db/connection.ts'
import type { Kopiykas } from '../domain/money.ts'
import { type PaymentState, type ShownState, shownState } from '../domain/payment-status.ts'

/** A payment as the table «Ваші останні в системі платежі» shows it. */
export interface RecentPayment {
  id: string
  /** The number on the receipt. */
  number: number
  amount: Kopiykas
  fee: Kopiykas
  shown: ShownState
  createdAt: Date
  paidAt: Date | null
  /** The billing's own data showed that it knows of this payment. */
  posted: boolean
}

/** What a person paid, or tried to pay, for an account through the portal, newest first. */
export async function recentPayments(
  db: Db,
  personId: number,
  accountId: number,
  limit = 10,
): Promise<RecentPayment[]> {
  const rows = await db<(Omit<RecentPayment, 'shown'> & { state: PaymentState })[]>`
    select id, number, amount, fee, state, created_at, paid_at, posted_at is not null as posted
    from payments where person_id = ${personId} and account_id = ${accountId}
    order by created_at desc, number desc limit ${limit}`
  return rows.map(({ state, ...payment }) => ({ ...payment, shown: shownState(state) }))
}
