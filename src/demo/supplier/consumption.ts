import { type Period, yearAndMonth } from '../../domain/period.ts'
import { litres, type Volume } from '../../domain/volume.ts'
import { type Household, uses } from './households.ts'
import type { Chance } from './random.ts'

/** The part of the year's gas that goes in each month, January first; heating: November to March make 78 %. */
const profiles = {
  cooking: [0.09, 0.085, 0.087, 0.083, 0.081, 0.077, 0.075, 0.076, 0.081, 0.086, 0.088, 0.091],
  'hot water': [0.1, 0.095, 0.094, 0.085, 0.076, 0.066, 0.058, 0.06, 0.075, 0.09, 0.098, 0.103],
  heating: [0.19, 0.16, 0.135, 0.07, 0.02, 0.017, 0.016, 0.016, 0.02, 0.061, 0.125, 0.17],
} as const

/** Litres a month and person where there is no meter. */
const norms = { cooking: 3280, 'hot water': 5390, heating: 10490 } as const

/** What a month's row says of gas. */
export interface Consumption {
  volume: Volume
  method: 'A' | 'P' | 'N' | 'R' | ''
  /** A volume of earlier months that is charged or given back besides, at an earlier price. */
  corrected: Volume
}

/** A household's gas in a month. */
export function consumption(of: Household, period: Period, draw: Chance): Consumption {
  const none = litres(0)
  if (!of.metered) return { volume: litres(norms[of.use] * of.persons), method: 'N', corrected: none }
  const planned = plannedCubicMetres(of, period)
  const used = Math.round(planned * (0.75 + draw.next() * 0.5))
  const kind = draw.next()
  if (kind < 0.125) return { volume: litres(Math.round(planned) * 1000), method: 'P', corrected: none }
  if (kind < 0.18) return recalculated(used, draw)
  return { volume: litres(used * 1000), method: 'A', corrected: none }
}

function plannedCubicMetres(of: Household, period: Period): number {
  const share = profiles[of.use][yearAndMonth(period).month - 1] ?? 0
  return uses[of.use].yearly * of.size * share
}

/** A reading that came late: some months' plan was too high, and the month's volume falls below zero. */
function recalculated(used: number, draw: Chance): Consumption {
  const kind = draw.next()
  const part = litres(Math.max(1, Math.round(used * draw.next())) * 1000)
  if (kind < 0.35) return { volume: -part as Volume, method: 'R', corrected: litres(0) }
  return { volume: litres(used * 1000), method: 'R', corrected: (kind < 0.7 ? -part : part) as Volume }
}

/** A closed or moved account's month: nothing used, nothing charged. */
export const idle: Consumption = { volume: litres(0), method: '', corrected: litres(0) }
