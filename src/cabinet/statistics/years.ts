import type { LedgerRow, Movements } from '../../domain/ledger.ts'
import { type Kopiykas, noMoney } from '../../domain/money.ts'
import { yearAndMonth } from '../../domain/period.ts'
import { litres, type Volume } from '../../domain/volume.ts'

/** What some months came to together. */
export interface Total extends Movements {
  volume: Volume
  /** The balance before the first of them, and after the last. */
  opening: Kopiykas
  closing: Kopiykas
}

/** One calendar year of an account; it has at least one month. */
export interface Year {
  year: number
  rows: readonly LedgerRow[]
  total: Total
}

/** The months, the oldest first, parted by years in the same order. */
export function yearsOf(rows: readonly LedgerRow[]): Year[] {
  const byYear = Map.groupBy(rows, row => yearAndMonth(row.period).year)
  return [...byYear].map(([year, months]) => ({ year, rows: months, total: totalOf(months) }))
}

/** The sums of months that follow one another, exactly. */
export function totalOf(rows: readonly LedgerRow[]): Total {
  const added = (pick: (row: LedgerRow) => bigint) => rows.reduce((sum, row) => sum + pick(row), 0n)
  const money = (pick: (row: LedgerRow) => Kopiykas) => added(pick) as Kopiykas // whole kopiykas added stay whole
  return {
    volume: litres(added(row => row.volume)),
    charged: money(row => row.charged),
    recalculated: money(row => row.recalculated),
    penalty: money(row => row.penalty),
    paid: money(row => row.paid),
    subsidy: money(row => row.subsidy),
    benefit: money(row => row.benefit),
    opening: rows.at(0)?.opening ?? noMoney,
    closing: rows.at(-1)?.closing ?? noMoney,
  }
}
