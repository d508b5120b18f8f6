import type { Db } from '../../db/connection.ts'
import type { Address } from '../../domain/address.ts'
import type { Kopiykas } from '../../domain/money.ts'
import type { PaymentState } from '../../domain/payment-status.ts'

/** A payment with the account that it was made for, as its own page and its receipt show it. */
export interface Payment {
  id: string
  number: number
  state: PaymentState
  amount: Kopiykas
  fee: Kopiykas
  gateway: string
  gatewayPaymentId: string | null
  rrn: string | null
  cardMask: string | null
  createdAt: Date
  paidAt: Date | null
  account: { id: number; number: string; holderName: string; address: Address }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The payment that this person made. Another's, and one that never was, are the same null. */
export async function findPaymentOf(db: Db, personId: number, id: string): Promise<Payment | null> {
  if (!uuid.test(id)) return null
  const [row] = await db<PaymentRow[]>`
    select payments.id, payments.number, payments.state, amount, fee, gateway, gateway_payment_id, rrn, card_mask,
      payments.created_at, paid_at, accounts.id as account_id, accounts.number as account_number, accounts.holder_name,
      branches.name as branch, settlements.name as settlement, streets.name as street, houses.number as house, accounts.flat
    from payments
      join accounts on accounts.id = payments.account_id
      join houses on houses.id = accounts.house_id
      join streets on streets.id = houses.street_id
      join settlements on settlements.id = streets.settlement_id
      join branches on branches.id = settlements.branch_id
    where payments.id = ${id} and person_id = ${personId}`
  if (row === undefined) return null
  const { accountId, accountNumber, holderName, branch, settlement, street, house, flat, ...payment } = row
  const address = { branch, settlement, street, house, flat }
  return { ...payment, account: { id: accountId, number: accountNumber, holderName, address } }
}

type PaymentRow = Omit<Payment, 'account'> &
  Address & { accountId: number; accountNumber: string; holderName: string }
