import { type Price, pricePerCubicMetre } from '../../domain/money.ts'
import type { Period } from '../../domain/period.ts'

/**
 * From which month a price stands, in 10⁻² UAH per 1000 m³ (which is 10⁻⁵ UAH per m³). The first three months of 2020
 * are the published ones of the manual's table, and the last is the annual price; those between are samples.
 */
const prices: readonly (readonly [string, number])[] = [
  ['2018-11', 854892],
  ['2019-05', 824700],
  ['2019-07', 686400],
  ['2019-10', 558900],
  ['2020-01', 586800],
  ['2020-02', 500503],
  ['2020-03', 432607],
  ['2020-04', 389900],
  ['2020-05', 312400],
  ['2020-06', 274800],
  ['2020-07', 283500],
  ['2020-08', 336700],
  ['2020-09', 472900],
  ['2020-10', 548600],
  ['2020-11', 689100],
  ['2020-12', 832800],
  ['2021-01', 699000],
  ['2021-05', 796000],
]

/** The supplier's price in a month; before all others, the first. */
export function priceIn(period: Period): Price {
  const [, price = 796000] = prices.findLast(([from]) => from <= period) ?? prices[0] ?? []
  return pricePerCubicMetre(price)
}
