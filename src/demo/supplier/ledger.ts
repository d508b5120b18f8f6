import { closingBalance, type Movements } from '../../domain/ledger.ts'
import { type Kopiykas, kop, noMoney, type Price } from '../../domain/money.ts'
import { type Period, plusMonths, yearAndMonth } from '../../domain/period.ts'
import { charge, type Volume } from '../../domain/volume.ts'
import { consumption, idle } from './consumption.ts'
import type { Household } from './households.ts'
import { paidIn } from './paying.ts'
import { priceIn } from './prices.ts'
import type { Chance } from './random.ts'

/** One month of one synthetic account. */
export interface DemoMonth extends Movements {
  period: Period
  volume: Volume
  method: string
  price: Price
  opening: Kopiykas
  closing: Kopiykas
}

/** An account's months, oldest first: each opens with the balance at which the one before closed. */
export function* ledger(of: Household, first: Period, months: number, draw: Chance): Generator<DemoMonth> {
  let opening = openingBalance(of, draw)
  for (let index = 0; index < months; index++) {
    const period = plusMonths(first, index)
    const active = index < months - of.idleMonths
    const { volume, method, corrected } = active ? consumption(of, period, draw) : idle
    const price = priceIn(period)
    const owed = {
      charged: charge(volume, price),
      recalculated: charge(corrected, priceIn(plusMonths(period, -1))),
      penalty: penalty(of, opening, draw),
    }
    const help = active ? helpWith(of, owed.charged, period) : noHelp
    const due = closingBalance(opening, { ...owed, ...help, paid: noMoney })
    const moves = { ...owed, ...help, paid: paidIn(of, due, index === months - 1, active, draw) }
    const closing = closingBalance(opening, moves)
    yield { period, volume, method, price, opening, ...moves, closing }
    opening = closing
  }
}

function openingBalance(of: Household, draw: Chance): Kopiykas {
  if (of.habit === 'behind') return kop(draw.whole(500, 90_000))
  return of.habit === 'ahead' ? kop(-draw.whole(500, 40_000)) : noMoney
}

/** A penalty is rare: it is a hundredth of a per cent of the debt a day, at the most. */
function penalty(of: Household, opening: Kopiykas, draw: Chance): Kopiykas {
  if (of.habit !== 'behind' || opening <= 0n || !draw.happens(0.04)) return noMoney
  return ((opening * 3n) / 1000n) as Kopiykas
}

const noHelp = { subsidy: noMoney, benefit: noMoney }

/** The state's part: a benefit all the year, a subsidy in the heating season, never more than the month's charge. */
function helpWith(
  of: Household,
  charged: Kopiykas,
  period: Period,
): { subsidy: Kopiykas; benefit: Kopiykas } {
  if (charged <= 0n) return noHelp
  const { month } = yearAndMonth(period)
  const cold = month <= 4 || month >= 10
  const benefit = (of.beneficiary ? charged / 4n : 0n) as Kopiykas
  const subsidy = (of.subsidised && cold ? ((charged - benefit) * 45n) / 100n : 0n) as Kopiykas
  return { subsidy, benefit }
}
