import type { Address } from '../../domain/address.ts'
import type { DemoBranch, DemoPlaces } from './places.ts'
import { type Chance, chance } from './random.ts'

/** Where a synthetic household lives. */
export interface DemoPlace extends Address {
  of: DemoBranch
}

/** Places without end, house by house, each given once; the first houses stand in one branch each. */
export function* places(seed: number, known: DemoPlaces): Generator<DemoPlace, never> {
  const draw = chance(seed, -1)
  const lastNumber = new Map<string, number>()
  const villagesGiven = new Map<DemoBranch, number>()
  for (let count = 0; ; count++) {
    const of = known.branches[count] ?? branchByShare(known.branches, draw)
    const inTown = draw.happens(0.55)
    const settlement = inTown ? of.town : nextVillage(of, villagesGiven)
    const street = draw.pick(inTown ? of.town_streets : streetsOf(settlement, known.village_streets))
    const key = `${settlement}|${street}`
    const number = (lastNumber.get(key) ?? 0) + draw.whole(1, 2)
    lastNumber.set(key, number)
    const house = houseName(number, draw)
    const flats = inTown && draw.happens(0.25) ? someFlats(draw) : ['']
    for (const flat of flats) yield { of, branch: of.name, settlement, street, house, flat }
  }
}

function branchByShare(branches: readonly DemoBranch[], draw: Chance): DemoBranch {
  let rest = draw.next()
  for (const branch of branches) {
    rest -= branch.share
    if (rest < 0) return branch
  }
  return draw.pick(branches)
}

function nextVillage(of: DemoBranch, given: Map<DemoBranch, number>): string {
  const count = given.get(of) ?? 0
  given.set(of, count + 1)
  return of.villages[count % of.villages.length] ?? of.town
}

/** A village has a dozen of the streets that villages have, the same ones each time it is asked. */
function streetsOf(village: string, streets: readonly string[]): string[] {
  return streets.filter((_, index) => (village.length * 7 + index * 5) % 9 < 4)
}

function houseName(number: number, draw: Chance): string {
  const kind = draw.next()
  if (kind < 0.8) return String(number)
  if (kind < 0.92) return `${number}${draw.pick(['а', 'б', 'в'])}`
  return kind < 0.97 ? `${number}/${draw.whole(1, 9)}` : `${number} корп. ${draw.whole(1, 4)}`
}

/** Not every flat of a block is the supplier's customer. */
function someFlats(draw: Chance): string[] {
  const flats: string[] = []
  const last = draw.pick([8, 12, 16, 20, 36, 60, 80])
  for (let flat = draw.whole(1, 4); flat <= last && flats.length < 12; flat += draw.whole(1, 9))
    flats.push(draw.happens(0.02) ? `${flat}а` : String(flat))
  return flats
}
