import { eicCheckCharacter } from '../../domain/eic.ts'
import { type DemoPlace, places } from './addresses.ts'
import { inventedName, inventedPhone } from './people.ts'
import type { DemoPlaces } from './places.ts'
import { type Chance, chance } from './random.ts'

/** What gas is for: the mean use in m³ a year is that of Ukraine's households in 2019. */
export const uses = {
  cooking: { yearly: 108 },
  'hot water': { yearly: 257 },
  heating: { yearly: 1036 },
} as const
export type Use = keyof typeof uses

/** How a household pays: in time and exactly, ahead, or less than it owes. */
export type Habit = 'exact' | 'ahead' | 'behind'

export interface Household {
  account: string
  eic: string
  place: DemoPlace
  name: string
  phone: string
  state: 'A' | 'C' | 'M'
  use: Use
  /** This household's use as a part of the mean one's. */
  size: number
  metered: boolean
  persons: number
  habit: Habit
  subsidised: boolean
  beneficiary: boolean
  /** For how many of the last months nothing is used: the account is closed or moved. */
  idleMonths: number
}

/** So many households, in the order of their houses. */
export function* households(seed: number, count: number, known: DemoPlaces): Generator<Household> {
  const where = places(seed, known)
  for (let index = 0; index < count; index++) {
    yield household(seed, index, where.next().value, chance(seed, index))
  }
}

function household(seed: number, index: number, place: DemoPlace, draw: Chance): Household {
  const use = useOf(place.flat !== '', draw.next())
  const metered = draw.happens(use === 'heating' ? 0.99 : 0.79)
  const end = draw.next()
  const state = end < 0.015 ? 'C' : end < 0.03 ? 'M' : 'A'
  const habit = draw.next()
  return {
    account: accountNumber(seed, index, place),
    eic: eic(seed, index),
    place,
    name: inventedName(draw),
    phone: inventedPhone(draw),
    state,
    use,
    size: 0.5 + draw.next(),
    metered,
    persons: draw.whole(1, 5),
    habit: habit < 0.22 ? 'behind' : habit < 0.47 ? 'ahead' : 'exact',
    subsidised: draw.happens(0.22),
    beneficiary: draw.happens(0.06),
    idleMonths: state === 'A' ? 0 : draw.whole(1, 14),
  }
}

/** Flats cook, houses heat; over all, the uses are in 30, 20 and 50 parts of a hundred. */
function useOf(flat: boolean, drawn: number): Use {
  const [cooking, hotWater] = flat ? [0.5, 0.32] : [0.14, 0.11]
  if (drawn < cooking) return 'cooking'
  return drawn < cooking + hotWater ? 'hot water' : 'heating'
}

const tenMillion = 10_000_000

/** Nine or ten digits, some with a leading zero; no two of the first ten million alike, for 7919 is prime. */
function accountNumber(seed: number, index: number, place: DemoPlace): string {
  const number = (index * 7919 + Math.abs(seed % 1000) * 104_729 + 1_234_567) % tenMillion
  return place.of.account_prefix + String(number).padStart(7, '0')
}

/** An EIC of Ukraine's issuing office with its right check character. */
function eic(seed: number, index: number): string {
  const number = (index * 7919 + Math.abs(seed % 1000) * 15_485_863) % 100_000_000
  const fifteen = `56XM19A${String(number).padStart(8, '0')}`
  return fifteen + (eicCheckCharacter(fifteen) ?? '')
}
