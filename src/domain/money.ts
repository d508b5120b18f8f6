/**
 * Money, exactly. A sum is a whole number of kopiykas in a bigint, and a price is a whole number of 10⁻⁵ UAH
 * per cubic metre, so that no binary fraction ever stands between a household and its debt.
 */
declare const kopiykas: unique symbol
declare const price: unique symbol

/** A sum in whole kopiykas; in a balance, plus is debt. */
export type Kopiykas = bigint & { readonly [kopiykas]: true }

/** A price in 10⁻⁵ UAH per m³ (a price per 1000 m³ with two decimals, as the suppliers publish it). */
export type Price = bigint & { readonly [price]: true }

/** The sum of so many kopiykas. Throws on a number that is not a safe integer. */
export function kop(value: bigint | number): Kopiykas {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`not whole kopiykas: ${value}`)
  return BigInt(value) as Kopiykas
}

/** The price of so many 10⁻⁵ UAH per m³. */
export function pricePerCubicMetre(value: bigint | number): Price {
  return BigInt(value) as Price
}

export const noMoney = kop(0n)

/** Adds sums; no sums make zero. */
export function sum(...parts: readonly Kopiykas[]): Kopiykas {
  return parts.reduce<bigint>((total, part) => total + part, 0n) as Kopiykas
}

export function negate(value: Kopiykas): Kopiykas {
  return -value as Kopiykas
}

/** The size of a sum without its sign: an overpayment is told in words, never by a minus. */
export function magnitude(value: Kopiykas): Kopiykas {
  return (value < 0n ? -value : value) as Kopiykas
}

const decimal = /^([+-]?)(\d{1,13})(?:[.,](\d{1,2}))?$/

/**
 * Reads a decimal sum in hryvnias («71,68», «1234.5», «-41.59») exactly.
 * Returns null for anything else: letters, a third decimal, an exponent.
 */
export function parseHryvnias(text: string): Kopiykas | null {
  const match = decimal.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))
  return (sign === '-' ? -value : value) as Kopiykas
}

/** The sum as a plain decimal with a point and two places, as gateways and files want it: `1234.56`. */
export function toDecimal(value: Kopiykas): string {
  const size = magnitude(value)
  return `${value < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}

const noBreak = '\u00a0'

/** Whole numbers in groups of three, parted by no-break spaces: `7 657`. */
export function grouped(value: bigint): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, noBreak)
}

/** The size of a sum as people read it, without sign or unit: `7 657,74`. */
export function hryvniaDigits(value: Kopiykas): string {
  const size = magnitude(value)
  return `${grouped(size / 100n)},${(size % 100n).toString().padStart(2, '0')}`
}

/**
 * A price per 1000 m³ as files give it («5005.03», «7960») in 10⁻⁵ UAH per m³.
 * UAH per 1000 m³ × 10⁻³ is UAH per m³, and × 10⁵ is the unit here: two decimals are exact. Null for anything else.
 */
export function parsePricePerThousand(text: string): Price | null {
  const value = parseHryvnias(text)
  return value === null || value < 0n ? null : (value as bigint as Price)
}

/** A price per m³ in hryvnias as people read it, without the unit and with two decimals at least: `4,32607`, `7,96`. */
export function priceDigits(value: Price): string {
  const fraction = (value % 100_000n)
    .toString()
    .padStart(5, '0')
    .replace(/0{1,3}$/, '')
  return `${grouped(value / 100_000n)},${fraction}`
}
