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
  /** Paid here and not yet posted by the billing. */
  unposted: Kopiykas
  /** An earlier payment's outcome is not known yet. */
  checking: boolean
  /** There is a payment system to pay through. */
  gateway: boolean
}

/** Decides whether a household can pay, and how much: always the whole debt (the manual). */
export function payable({ closing, unposted, checking, gateway }: Dues): PaymentOffer {
  if (closing === null) return { reason: 'no-month' }
  if (checking) return { reason: 'checking' }
  if (closing > 0n && closing <= unposted) return { reason: 'paid' }
  if (closing < unposted) return { reason: 'overpayment' }
  if (closing === unposted) return { reason: 'settled' }
  return gateway ? { pay: due(closing, unposted) } : { reason: 'no-gateway' }
}
