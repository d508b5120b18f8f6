declare const period: unique symbol

/** A calendar month, the billing period, written `2020-03`; it sorts as text. */
export type Period = string & { readonly [period]: true }

const dashed = /^(\d{4})-(0[1-9]|1[0-2])$/
const compact = /^(\d{4})(0[1-9]|1[0-2])$/

/** Reads `2020-03` or `202003`; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const match = dashed.exec(text) ?? compact.exec(text)
  return match ? (`${match[1]}-${match[2]}` as Period) : null
}

/** The period that holds a calendar date written `YYYY-MM-DD` (as PostgreSQL gives a date). */
export function periodOfDate(date: string): Period {
  const found = parsePeriod(date.slice(0, 7))
  if (!found) throw new RangeError(`not a date: ${date}`)
  return found
}

/** Year and month (1 to 12) of a period. */
export function yearAndMonth(of: Period): { year: number; month: number } {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)) }
}

/** The period so many months later, or earlier where `months` is negative. */
export function plusMonths(start: Period, months: number): Period {
  const { year, month } = yearAndMonth(start)
  const index = year * 12 + (month - 1) + months
  const text = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`
  return text as Period
}

/** The first day of the period, `YYYY-MM-01`: how PostgreSQL keeps a period. */
export function firstDay(of: Period): string {
  return `${of}-01`
}

/** The last day of the period, `YYYY-MM-DD`. */
export function lastDay(of: Period): string {
  const { year, month } = yearAndMonth(of)
  return `${of}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}

/** The period as the billing's files write it: `202003`. */
export function compactPeriod(of: Period): string {
  return of.replace('-', '')
}

const kyivDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Kyiv', dateStyle: 'short' })

/** The calendar date in Kyiv at an instant, `YYYY-MM-DD`. */
export function dateInKyiv(at: Date): string {
  return kyivDate.format(at)
}

const kyivTime = new Intl.DateTimeFormat('uk', {
  timeZone: 'Europe/Kyiv',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The time of day in Kyiv at an instant, `13:05`. */
export function timeInKyiv(at: Date): string {
  return kyivTime.format(at)
}

/** The month that runs in Kyiv at an instant. */
export function periodInKyiv(at: Date): Period {
  return periodOfDate(dateInKyiv(at))
}
