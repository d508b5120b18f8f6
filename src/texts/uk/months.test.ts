import { expect, test } from 'vitest'
import { parsePeriod } from '../../domain/period.ts'
import { dateName, monthName, monthsGenitive, monthsNominative } from './months.ts'

test('a month is called by its Ukrainian name, and a date by its genitive', () => {
  const march = parsePeriod('2020-03')
  expect(march && monthName(march)).toBe('Березень 2020')
  expect(dateName('2020-12-04')).toBe('4 грудня 2020 року')
})

test("the two lists name the same months, as the language's own calendar does", () => {
  const named = (month: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('uk', { timeZone: 'UTC', ...options })
      .formatToParts(new Date(Date.UTC(2020, month, 1)))
      .find(part => part.type === 'month')?.value
  const months = Array.from({ length: 12 }, (_, month) => month)
  expect(monthsNominative.map(name => name.toLowerCase())).toEqual(
    months.map(month => named(month, { month: 'long' })),
  )
  expect([...monthsGenitive]).toEqual(months.map(month => named(month, { month: 'long', day: 'numeric' })))
})
