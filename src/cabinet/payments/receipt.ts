import type { ReceiptData } from '../../documents/receipt.ts'
import { receiptSupplier } from '../../documents/supplier.ts'
import { addressLine } from '../../domain/address.ts'
import type { Cabinet } from '../cabinet.ts'
import type { Payment } from './queries.ts'

/** What the receipt of a payment says; null for one that is not paid. */
export function receiptData({ face, gateways }: Cabinet, payment: Payment): ReceiptData | null {
  const { t, supplier } = face
  const { account, paidAt } = payment
  if (payment.state !== 'paid' || paidAt === null) return null
  return {
    receiptNumber: String(payment.number),
    supplier: receiptSupplier(supplier),
    account: {
      number: account.number,
      address: addressLine(account.address, t.address.flat),
      holderName: account.holderName === '' ? null : account.holderName,
    },
    amount: payment.amount,
    fee: payment.fee,
    paidAt,
    purpose: t.payments.purpose(account.number),
    gatewayName: gateways.get(payment.gateway)?.title ?? payment.gateway,
    gatewayPaymentId: payment.gatewayPaymentId ?? payment.id,
    rrn: payment.rrn,
    cardMask: payment.cardMask,
    demo: payment.gateway === 'demo',
  }
}
