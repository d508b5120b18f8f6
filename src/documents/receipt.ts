import { hryvniaDigits, type Kopiykas, sum } from '../domain/money.ts'
import { dateInKyiv } from '../domain/period.ts'
import type { DocumentTexts } from '../texts/uk/documents.ts'
import {
  type DocumentSupplier,
  type Hero,
  momentInKyiv,
  type PageContent,
  type Pair,
  pageContent,
  pairs,
  requisites,
} from './page.ts'

/** What the receipt of a payment says. */
export interface ReceiptData {
  receiptNumber: string
  supplier: DocumentSupplier
  account: { number: string; address: string; holderName: string | null }
  /** What goes to the account, without the gateway's fee. */
  amount: Kopiykas
  fee: Kopiykas
  paidAt: Date
  purpose: string
  gatewayName: string
  gatewayPaymentId: string
  /** The bank's own number of the operation, where the gateway tells it. */
  rrn: string | null
  /** `**** 4242`. */
  cardMask: string | null
  /** No money moved, and the receipt says so. */
  demo: boolean
}

interface ReceiptContent extends PageContent {
  heading: string
  subheading: string
  demo: string | null
  sum: Hero
  parts: (Pair & { total: boolean })[]
  sections: { heading: string; rows: Pair[] }[]
  note: string
}

/** The content for `documents/receipt.typ`. */
export function receiptContent(data: ReceiptData, words: DocumentTexts): ReceiptContent {
  const says = words.receipt
  const { date, time } = momentInKyiv(data.paidAt, words)
  const total = sum(data.amount, data.fee)
  return {
    ...pageContent(data.supplier, says.title, dateInKyiv(data.paidAt), words),
    heading: says.title,
    subheading: says.number(data.receiptNumber, date),
    demo: data.demo ? says.demo : null,
    sum: { label: says.paid, value: words.sum(hryvniaDigits(total)), notes: [words.sumInWords(total)] },
    parts: partsOf(data, total, words),
    sections: [
      { heading: says.forWhom, rows: accountRows(data.account, words) },
      { heading: says.toWhom, rows: requisites(data.supplier, data.purpose, words) },
      { heading: says.payment, rows: paymentRows(data, says.when(date, time), words) },
    ],
    note: says.note,
  }
}

function partsOf(
  { amount, fee }: ReceiptData,
  total: Kopiykas,
  words: DocumentTexts,
): ReceiptContent['parts'] {
  const says = words.receipt
  const value = (part: Kopiykas) => words.sum(hryvniaDigits(part))
  return [
    { label: says.credited, value: value(amount), total: false },
    { label: says.fee, value: value(fee), total: false },
    { label: says.total, value: value(total), total: true },
  ]
}

function accountRows(account: ReceiptData['account'], words: DocumentTexts): Pair[] {
  return pairs(
    [words.account, account.number],
    [words.holder, account.holderName],
    [words.address, account.address],
  )
}

function paymentRows(data: ReceiptData, when: string, { receipt: says }: DocumentTexts): Pair[] {
  return pairs(
    [says.paidAt, when],
    [says.gateway, data.gatewayName],
    [says.gatewayPaymentId, data.gatewayPaymentId],
    [says.rrn, data.rrn],
    [says.card, data.cardMask],
  )
}
