import type { PaymentOffer } from '../domain/payable.ts'
import type { HeldAccount } from '../people/held-accounts.ts'
import { routes } from '../routes.ts'
import type { Face } from '../ui/face.ts'
import { Money } from '../ui/money.tsx'

interface PayPanelProps {
  face: Face
  account: HeldAccount
  offer: PaymentOffer
}

/** «Оплатити» with the sum beside it, or in its place the reason why nothing can be paid now. */
export function PayPanel({ face: { t }, account, offer }: PayPanelProps) {
  const words = t.accounts
  if ('reason' in offer)
    return (
      <p class="pay-reason">
        {words.cannotPay[offer.reason]}{' '}
        {offer.reason === 'checking' && account.checkingOwn !== null && (
          <a href={routes.payment.to({ id: account.checkingOwn })}>{words.toPayment}</a>
        )}
      </p>
    )
  const sumId = `to-pay-${account.id}`
  return (
    <form class="pay" method="post" action={routes.payments.to()}>
      <input type="hidden" name="account" value={account.id} />
      <p class="pay-sum" id={sumId}>
        <span class="hint">{words.toPay}</span> <Money t={t} value={offer.pay} />
      </p>
      <button class="button" type="submit" aria-describedby={sumId}>
        {words.pay}
      </button>
    </form>
  )
}
