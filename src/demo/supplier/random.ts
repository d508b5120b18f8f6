/** Chance that repeats: the same seed gives the same numbers on every machine. Not for secrets. */
export interface Chance {
  /** A number from 0 up to, and without, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** True in so many cases of one: `happens(0.2)`. */
  happens(share: number): boolean
  /** One of the things of a list that is not empty. */
  pick<T>(from: readonly T[]): T
}

/** Chance from a seed and a place: each place of one seed has numbers of its own. (Splitmix32.) */
export function chance(seed: number, place: number): Chance {
  let state = mixed(Math.imul(seed | 0, 0x9e3779b1) ^ mixed(place | 0))
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    return (mixed(state) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    happens: share => next() < share,
    pick: from => {
      const found = from[whole(0, from.length - 1)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
  }
}

function mixed(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return bits ^ (bits >>> 15)
}
