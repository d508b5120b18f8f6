import { type PaymentOffer, payable } from '../domain/payable.ts'
import type { Gateways } from '../gateways/payments/gateway.ts'
import type { HeldAccount } from '../people/held-accounts.ts'

/** What the person can pay for an account now, or why nothing, as its page shows it. The checkout decides anew. */
export function paymentOffer(
  account: Pick<HeldAccount, 'latest' | 'outsideBalance' | 'checking'>,
  gateways: Gateways,
): PaymentOffer {
  return payable({
    closing: account.latest?.closing ?? null,
    outsideBalance: account.outsideBalance,
    checking: account.checking,
    gateway: gateways.size > 0,
  })
}
