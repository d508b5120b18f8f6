import { dateInKyiv } from '../../domain/period.ts'
import type { RecentPayment } from '../../payments/recent.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { Money } from '../../ui/money.tsx'
import { PaymentTag } from '../payment-tag.tsx'

/** «Ваші останні в системі платежі»: when, how much, what became of it, and the receipt. */
export function PaymentsTable({ t, payments }: { t: Texts; payments: readonly RecentPayment[] }) {
  const words = t.accounts.payments
  return (
    <div class="table-wrap card">
      <table class="stack">
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col" class="number">
              {words.sum}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.receipt}</th>
          </tr>
        </thead>
        <tbody>
          {payments.length === 0 && (
            <tr>
              <td colSpan={4} class="none hint">
                {words.none}
              </td>
            </tr>
          )}
          {payments.map(payment => (
            <PaymentRow key={payment.id} t={t} payment={payment} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PaymentRow({ t, payment }: { t: Texts; payment: RecentPayment }) {
  const words = t.accounts.payments
  const { id, number, amount, shown, paidAt, createdAt } = payment
  return (
    <tr>
      <td data-label={words.date}>
        <a href={routes.payment.to({ id })}>{t.months.dateDigits(dateInKyiv(paidAt ?? createdAt))}</a>
      </td>
      <td class="number" data-label={words.sum}>
        <Money t={t} value={amount} />
      </td>
      <td data-label={words.state}>
        <PaymentTag t={t} shown={shown} />
      </td>
      <td data-label={words.receipt}>
        {shown === 'paid' ? (
          <a href={routes.receipt.to({ id })}>
            {words.receipt} <span class="visually-hidden">{words.receiptOf(number)}</span>
          </a>
        ) : (
          <span class="hint">{words.noReceipt}</span>
        )}
      </td>
    </tr>
  )
}
