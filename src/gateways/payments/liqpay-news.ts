import { type Kopiykas, noMoney, parseHryvnias } from '../../domain/money.ts'
import type { PaymentOutcome } from '../../domain/payment-status.ts'
import type { GatewayNews } from './gateway.ts'

/** The payer has still to do something on LiqPay's page; no money has moved. */
const unfinished = new Set([
  '3ds_verify',
  'captcha_verify',
  'cvv_verify',
  'ivr_verify',
  'otp_verify',
  'password_verify',
  'phone_verify',
  'pin_verify',
  'receiver_verify',
  'sender_verify',
  'senderapp_verify',
  'p24_verify',
  'mp_verify',
  'wait_qr',
  'wait_sender',
  'wait_card',
  'cash_wait',
  'invoice_wait',
  'prepared',
  'try_again',
])

/**
 * LiqPay's word for a payment as an outcome. `wait_compensation` is money taken that reaches the shop with the day's
 * posting; `sandbox` is money only to a shop with test keys. A word that we don't know is «not known yet».
 */
export function liqpayOutcome(status: string, testShop: boolean): PaymentOutcome {
  switch (status) {
    case 'success':
    case 'wait_compensation':
      return 'paid'
    case 'sandbox':
      return testShop ? 'paid' : 'processing'
    case 'failure':
    case 'error':
      return 'failed'
    case 'reversed':
      return 'refunded'
    default:
      return unfinished.has(status) ? 'unfinished' : 'processing'
  }
}

/** What the fields of a callback, or of the answer to a question, say. Null where they name no order or no status. */
export function liqpayNews(fields: ReadonlyMap<string, string>, testShop: boolean): GatewayNews | null {
  const orderId = fields.get('order_id')
  const status = fields.get('status')
  if (!orderId || !status) return null
  return {
    orderId,
    outcome: liqpayOutcome(status, testShop),
    amount: exactSum(fields.get('amount') ?? ''),
    currency: fields.get('currency') ?? '',
    fee: exactSum(fields.get('sender_commission') ?? '') ?? noMoney,
    gatewayPaymentId: fields.get('payment_id') || null,
    rrn: fields.get('rrn_debit') || null,
    cardMask: fields.get('sender_card_mask2') || null,
    paidAt: moment(fields.get('end_date') ?? ''),
    status,
    failure: fields.get('err_code') || null,
  }
}

/** A sum as LiqPay writes it, `71.68` or `71.6800`; null where it is no whole number of kopiykas, or below zero. */
function exactSum(text: string): Kopiykas | null {
  const value = parseHryvnias(text.replace(/(\.\d\d)0+$/, '$1'))
  return value === null || value < 0n ? null : value
}

/** A moment as LiqPay writes it, in milliseconds since 1970; null where it is none. */
function moment(text: string): Date | null {
  return /^[1-9]\d{0,14}$/.test(text) ? new Date(Number(text)) : null
}
