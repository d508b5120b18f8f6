import type { Logger } from 'pino'
import type { Applied, Delivery } from './apply.ts'

/** Where it is written down what became of news. */
export type PaymentLog = Pick<Logger, 'info' | 'warn' | 'error'>

/** Writes down what was decided; where a person has to look at money, as an error. No card and no phone is named. */
export function tellDecision(log: PaymentLog, { gateway, source, news }: Delivery, applied: Applied): void {
  const { decision, paymentId, state } = applied
  const facts = { gateway, source, decision, paymentId, state, status: news.status, failure: news.failure }
  switch (decision) {
    case 'applied':
      log.info(facts, 'a payment moved on')
      break
    case 'nothing-new':
    case 'duplicate':
      log.info(facts, 'news of a payment that was known')
      break
    case 'unknown-order':
      log.warn({ ...facts, orderId: news.orderId.slice(0, 64) }, 'signed news of an order that is not ours')
      break
    case 'amount-differs':
    case 'second-payment':
    case 'operation-known':
      log.error(
        { ...facts, amount: String(news.amount), currency: news.currency },
        'a payment needs a person to look at it',
      )
      break
  }
}
