/**
 * A payment's life, in the one table of what may follow what. A state is left only for one further down the list, so
 * that whatever is told of a payment, in whatever order and however often, it ends the same. Money that was taken
 * outweighs every earlier word: a success that comes after «failed» or «expired» is credited.
 */
export const paymentStates = ['created', 'pending', 'expired', 'failed', 'paid', 'refunded'] as const
export type PaymentState = (typeof paymentStates)[number]

/**
 * What a gateway says of an order. `unfinished`: the payer has still to do something there (the card, 3-D Secure), and
 * may as well begin anew; `processing`: the gateway itself does not know yet, and money may have been taken.
 */
export type PaymentOutcome = 'unfinished' | 'processing' | 'expired' | 'failed' | 'paid' | 'refunded'

const meaning: Record<PaymentOutcome, PaymentState> = {
  unfinished: 'created',
  processing: 'pending',
  expired: 'expired',
  failed: 'failed',
  paid: 'paid',
  refunded: 'refunded',
}

/** The state after such news: the further one of the two. */
export function afterNews(state: PaymentState, outcome: PaymentOutcome): PaymentState {
  return isBehind(state, meaning[outcome]) ? meaning[outcome] : state
}

/** Whether money was taken by what such news says. */
export function movedMoney(outcome: PaymentOutcome): boolean {
  return outcome === 'paid' || outcome === 'refunded'
}

function isBehind(state: PaymentState, other: PaymentState): boolean {
  return paymentStates.indexOf(state) < paymentStates.indexOf(other)
}

/** What a household is told of a payment. */
export type ShownState = 'checking' | 'paid' | 'unpaid' | 'refunded'

/** The state as a household is told it: «Перевіряємо», «Оплачено», «Не оплачено» … */
export function shownState(state: PaymentState): ShownState {
  switch (state) {
    case 'created':
    case 'pending':
      return 'checking'
    case 'expired':
    case 'failed':
      return 'unpaid'
    case 'paid':
      return 'paid'
    case 'refunded':
      return 'refunded'
  }
}
