/** The columns of the manual, which the months and the years share. */
import type { ComponentChildren } from 'preact'
import type { Movements } from '../../domain/ledger.ts'
import type { Kopiykas } from '../../domain/money.ts'
import type { Texts } from '../../texts/texts.ts'
import { Balance, Money } from '../../ui/money.tsx'

interface BalanceHeadProps {
  t: Texts
  /** What a row is of. */
  first: string
  balance: string
  /** Cells after the last column. */
  children?: ComponentChildren
}

/** The names of the columns. */
export function BalanceHead({ t, first, balance, children }: BalanceHeadProps) {
  const words = t.statistics
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {[words.volume, words.charged, words.paid, balance].map(name => (
          <th key={name} scope="col" class="number">
            {name}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  )
}

interface MoneyCellsProps {
  t: Texts
  moves: Movements
  closing: Kopiykas
  /** The name of the last column. */
  balance: string
}

/** Charged, paid, balance; under the first two, whatever else raised or lowered the balance. */
export function MoneyCells({ t, moves, closing, balance }: MoneyCellsProps) {
  const words = t.statistics
  return (
    <>
      <td class="number" data-label={words.charged}>
        <div>
          <Money t={t} value={moves.charged} />
          <Besides t={t} label={words.recalculated} value={moves.recalculated} />
          <Besides t={t} label={words.penalty} value={moves.penalty} />
        </div>
      </td>
      <td class="number" data-label={words.paid}>
        <div>
          <Money t={t} value={moves.paid} />
          <Besides t={t} label={words.subsidy} value={moves.subsidy} />
          <Besides t={t} label={words.benefit} value={moves.benefit} />
        </div>
      </td>
      <td class="number" data-label={balance}>
        <Balance t={t} value={closing} />
      </td>
    </>
  )
}

/** «пеня 12,00 грн», where there was one; a sum that turned the other way bears its minus. */
function Besides({ t, label, value }: { t: Texts; label: string; value: Kopiykas }) {
  if (value === 0n) return null
  return (
    <small>
      {label} <Money t={t} value={value} />
    </small>
  )
}
