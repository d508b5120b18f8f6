import { dateInKyiv, timeInKyiv } from '../../domain/period.ts'
import type { Texts } from '../../texts/texts.ts'
import { Money } from '../../ui/money.tsx'
import type { Payment } from './queries.ts'

interface PaymentFactsProps {
  t: Texts
  payment: Payment
  gatewayTitle: string
  address: string
}

/** All that is known of a payment, name by name; what is not known is left out. */
export function PaymentFacts({ t, payment, gatewayTitle, address }: PaymentFactsProps) {
  const words = t.payments
  const { account, amount, fee, paidAt, createdAt } = payment
  return (
    <dl class="facts">
      <Fact name={words.account} value={account.number} />
      <Fact name={words.address} value={address} />
      <dt>{words.amount}</dt>
      <dd>
        <Money t={t} value={amount} />
      </dd>
      {fee > 0n && (
        <>
          <dt>{words.fee}</dt>
          <dd>
            <Money t={t} value={fee} />
          </dd>
        </>
      )}
      {paidAt === null ? (
        <Fact name={words.begun} value={moment(t, createdAt)} />
      ) : (
        <Fact name={words.paidAt} value={moment(t, paidAt)} />
      )}
      <Fact name={words.gateway} value={gatewayTitle} />
      <Fact name={words.gatewayPaymentId} value={payment.gatewayPaymentId} />
      <Fact name={words.rrn} value={payment.rrn} />
      <Fact name={words.card} value={payment.cardMask} />
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function moment(t: Texts, at: Date): string {
  return t.payments.moment(t.months.date(dateInKyiv(at)), timeInKyiv(at))
}
