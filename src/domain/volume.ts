import { grouped, type Kopiykas, type Price } from './money.ts'

declare const volume: unique symbol

/** A volume of gas in whole 10⁻³ m³ (litres); a recalculation may be negative. */
export type Volume = bigint & { readonly [volume]: true }

/** The volume of so many 10⁻³ m³. */
export function litres(value: bigint | number): Volume {
  return BigInt(value) as Volume
}

const decimal = /^([+-]?)(\d{1,10})(?:[.,](\d{1,3}))?$/

/** Reads a volume in m³ with at most three decimals («10», «10,5», «-3.250») exactly, else null. */
export function parseCubicMetres(text: string): Volume | null {
  const match = decimal.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const value = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0'))
  return (sign === '-' ? -value : value) as Volume
}

/** The volume in m³ as people read it, without the unit and without useless zeros: `10`, `10,5`, `−3,25`. */
export function cubicMetreDigits(value: Volume): string {
  const size = value < 0n ? -value : value
  const fraction = (size % 1000n).toString().padStart(3, '0').replace(/0+$/, '')
  return `${value < 0n ? '−' : ''}${grouped(size / 1000n)}${fraction === '' ? '' : `,${fraction}`}`
}

/** The volume in m³ as a plain decimal with a point: `10.500`. */
export function toCubicMetres(value: Volume): string {
  const size = value < 0n ? -value : value
  return `${value < 0n ? '-' : ''}${size / 1000n}.${(size % 1000n).toString().padStart(3, '0')}`
}

/**
 * What a volume costs at a price, in kopiykas, half a kopiyka rounded away from zero (as the neighbour supplier's
 * published prices of 2020 confirm: 10 m³ × 5,00503 = 50,05; 5 m³ × 4,32607 = 21,63).
 */
export function charge(amount: Volume, at: Price): Kopiykas {
  const millionths = amount * at // 10⁻³ m³ × 10⁻⁵ UAH/m³ = 10⁻⁸ UAH = 10⁻⁶ kopiykas
  const half = millionths < 0n ? -500_000n : 500_000n
  return ((millionths + half) / 1_000_000n) as Kopiykas
}
