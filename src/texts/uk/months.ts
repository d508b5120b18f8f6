import { type Period, yearAndMonth } from '../../domain/period.ts'

type Twelve = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

/** The months as a heading or a table names them: «Січень». */
export const monthsNominative: Twelve = [
  'Січень',
  'Лютий',
  'Березень',
  'Квітень',
  'Травень',
  'Червень',
  'Липень',
  'Серпень',
  'Вересень',
  'Жовтень',
  'Листопад',
  'Грудень',
]

/** The months as a date names them: «24 січня». */
export const monthsGenitive: Twelve = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
]

/** A period by name: «Березень 2020». */
export function monthName(period: Period): string {
  const { year, month } = yearAndMonth(period)
  return `${monthsNominative[month - 1] ?? ''} ${year}`
}

/** A calendar date `YYYY-MM-DD` by name: «24 березня 2020 року». */
export function dateName(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${monthsGenitive[(month ?? 0) - 1] ?? ''} ${year} року`
}

/** A calendar date `YYYY-MM-DD` in digits, as tables bear it: «24.03.2020». */
export function dateDigits(date: string): string {
  return date.split('-').reverse().join('.')
}

/** How pages name months and dates. */
export const months = { month: monthName, date: dateName, dateDigits }
