import { due } from './ledger.ts'
import type { Kopiykas } from './money.ts'

/** Why nothing can be paid now. */
export type Unpayable = 'no-month' | 'checking' | 'overpayment' | 'settled' | 'paid' | 'no-gateway'

/** What can be paid now, in kopiykas and above zero, or why nothing can. */
export type PaymentOffer = { pay: Kopiykas } | { reason: Unpayable }

/** What an offer to pay depends on. A closed account is no hindrance: its debt can be paid. */
export interface Dues {
  /** The closing balance of the last published month; null where none is published. */
  closing: Kopiykas | null
  /** Paid here and not held by that balance. */
  outsideBalance: Kopiykas
  /** The outcome of a payment is not known yet, whoever made it. */
  checking: boolean
  /** There is a payment system to pay through. */
  gateway: boolean
}

/** Decides whether a household can pay, and how much: always the whole debt (the manual). */
export function payable({ closing, outsideBalance, checking, gateway }: Dues): PaymentOffer {
  if (closing === null) return { reason: 'no-month' }
  if (checking) return { reason: 'checking' }
  if (closing > 0n && closing <= outsideBalance) return { reason: 'paid' }
  if (closing < outsideBalance) return { reason: 'overpayment' }
  if (closing === outsideBalance) return { reason: 'settled' }
  return gateway ? { pay: due(closing, outsideBalance) } : { reason: 'no-gateway' }
}
