import { type BalanceKind, balanceKind, type LedgerRow } from '../domain/ledger.ts'
import { hryvniaDigits, type Kopiykas, negate, noMoney, priceDigits, sum } from '../domain/money.ts'
import { charge, cubicMetreDigits } from '../domain/volume.ts'
import type { DocumentTexts } from '../texts/uk/documents.ts'

/** A line of the invoice's sum: what it is, how it came about, how much. Digits and unit apart, to stand in columns. */
export interface ArithmeticRow {
  label: string
  how: string
  digits: string
  unit: string
  strong: boolean
}

/**
 * A month's row as a sum that anyone can follow from the balance at the start to the balance at the end.
 * What did not happen in the month is left out, but for what was charged and paid; a balance never has a minus.
 * `paidSince`: paid in the cabinet and not held by the balance at the end, in kopiykas; then what is left follows.
 */
export function arithmetic(row: LedgerRow, words: DocumentTexts, paidSince = noMoney): ArithmeticRow[] {
  const says = words.invoice
  const moved = (label: string, effect: Kopiykas, how = '') => movement(label, effect, how, words)
  const happened = (label: string, effect: Kopiykas) => (effect === 0n ? [] : [moved(label, effect)])
  return [
    { ...balance(row.opening, says.atStart, words), strong: false },
    moved(says.charged, row.charged, volumeByPrice(row, words)),
    ...happened(says.recalculated, row.recalculated),
    ...happened(says.penalty, row.penalty),
    moved(says.paid, negate(row.paid)),
    ...happened(says.subsidy, negate(row.subsidy)),
    ...happened(says.benefit, negate(row.benefit)),
    { ...balance(row.closing, says.atEnd, words), strong: true },
    ...(paidSince === noMoney
      ? []
      : [
          moved(says.paidSince, negate(paidSince)),
          { ...balance(sum(row.closing, negate(paidSince)), says.left, words), strong: true },
        ]),
  ]
}

function balance(value: Kopiykas, labels: Record<BalanceKind, string>, words: DocumentTexts) {
  const kind = balanceKind(value)
  const unit = kind === 'overpayment' ? words.hryvniasOver : words.hryvnias
  return { label: labels[kind], how: '', digits: hryvniaDigits(value), unit }
}

function movement(label: string, effect: Kopiykas, how: string, words: DocumentTexts): ArithmeticRow {
  const sign = effect === 0n ? '' : effect > 0n ? '+\u00a0' : '−\u00a0'
  return { label, how, digits: `${sign}${hryvniaDigits(effect)}`, unit: words.hryvnias, strong: false }
}

/** The volume by the price, only where it truly makes the sum: a billing may round or charge in its own way. */
function volumeByPrice({ volume, price, charged }: LedgerRow, words: DocumentTexts): string {
  if (price === null || volume === 0n || charge(volume, price) !== charged) return ''
  return words.invoice.volumeByPrice(cubicMetreDigits(volume), priceDigits(price))
}
