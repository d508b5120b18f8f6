import type { ShownState } from '../domain/payment-status.ts'
import type { Texts } from '../texts/texts.ts'

const tags: Record<ShownState, string> = {
  paid: 'tag tag-good',
  checking: 'tag tag-warning',
  unpaid: 'tag tag-fault',
  refunded: 'tag',
}

/** How a payment stands, as a household is told. */
export function PaymentTag({ t, shown }: { t: Texts; shown: ShownState }) {
  return <span class={tags[shown]}>{t.payments.states[shown]}</span>
}
