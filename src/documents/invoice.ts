import { balanceKind, type LedgerRow } from '../domain/ledger.ts'
import { hryvniaDigits, type Kopiykas, negate, noMoney, priceDigits, sum } from '../domain/money.ts'
import { cubicMetreDigits } from '../domain/volume.ts'
import type { DocumentTexts } from '../texts/uk/documents.ts'
import { type ArithmeticRow, arithmetic } from './arithmetic.ts'
import {
  type DocumentSupplier,
  type Hero,
  type PageContent,
  type Pair,
  pageContent,
  pairs,
  requisites,
} from './page.ts'

/** The supplier as the invoice shows it: also whom to ask, when, and who takes the readings. */
export interface InvoiceSupplier extends DocumentSupplier {
  hours: readonly string[]
  /** Phones as people read them. */
  branches: readonly { name: string; phones: readonly string[] }[]
  /** The gas distributor of this account; null where it is not known. */
  dso: { name: string; phone: string } | null
}

/** What the invoice of a month says. */
export interface InvoiceData {
  supplier: InvoiceSupplier
  account: { number: string; eic: string | null; address: string; holderName: string | null }
  row: LedgerRow
  /** `YYYY-MM-DD`. */
  issuedOn: string
  /** The day by which a debt is to be paid, `YYYY-MM-DD`. */
  payBy: string | null
  /** Paid in the cabinet and not held by the row's closing balance, in kopiykas: of the last published month alone. */
  paidSince?: Kopiykas
}

interface InvoiceContent extends PageContent {
  heading: string
  month: string
  issued: string
  account: Pair[]
  holder: Pair[]
  sum: Hero
  arithmetic: { heading: string; columns: string[]; rows: ArithmeticRow[] }
  consumption: { heading: string; facts: Pair[] }
  requisites: { heading: string; rows: Pair[] }
  notes: string[]
}

/** The content for `documents/invoice.typ`. */
export function invoiceContent(data: InvoiceData, words: DocumentTexts): InvoiceContent {
  const { supplier, account, row } = data
  const says = words.invoice
  const month = words.month(row.period)
  const purpose = says.paymentPurpose(account.number, month)
  return {
    ...pageContent(supplier, says.title(month, account.number), data.issuedOn, words),
    heading: says.heading,
    month,
    issued: says.issued(words.date(data.issuedOn)),
    account: pairs([words.account, account.number], [says.eic, account.eic]),
    holder: pairs([words.holder, account.holderName], [words.address, account.address]),
    sum: balance(data, words),
    arithmetic: {
      heading: says.arithmetic,
      columns: says.columns,
      rows: arithmetic(row, words, data.paidSince),
    },
    consumption: { heading: says.consumed, facts: consumption(row, words) },
    requisites: { heading: says.requisites, rows: requisites(supplier, purpose, words) },
    notes: notes(supplier, words),
  }
}

function balance({ row, payBy, paidSince = noMoney }: InvoiceData, words: DocumentTexts): Hero {
  const says = words.invoice
  const left = sum(row.closing, negate(paidSince))
  const value = words.sum(hryvniaDigits(left))
  switch (balanceKind(left)) {
    case 'debt': {
      const until = payBy === null ? [] : [says.payBy(words.date(payBy))]
      return { label: says.toPay, value, notes: [words.sumInWords(left), ...until] }
    }
    case 'overpayment':
      return { label: says.overpaid, value, notes: [says.overpaidNote] }
    case 'settled':
      return { label: says.settled, value, notes: [says.settledNote] }
  }
}

function consumption(row: LedgerRow, words: DocumentTexts): Pair[] {
  const says = words.invoice
  return pairs(
    [says.volume, says.cubicMetres(cubicMetreDigits(row.volume))],
    [says.price, row.price === null ? null : words.sum(priceDigits(row.price))],
    [says.method, row.method === null ? null : says.methods[row.method]],
  )
}

function notes({ dso, branches, hours }: InvoiceSupplier, words: DocumentTexts): string[] {
  const says = words.invoice
  const asked = branches.map(({ name, phones }) => says.branch(name, phones.join(', ')))
  return [
    dso === null ? says.readings : says.readingsTo(dso.name, dso.phone),
    says.notDelivery,
    says.emergency,
    ...(asked.length > 0 ? [says.questions(asked.join('; '))] : []),
    ...(hours.length > 0 ? [says.hours(hours.join('. '))] : []),
  ]
}
