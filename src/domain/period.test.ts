import { expect, test } from 'vitest'
import { dateInKyiv, lastDay, parsePeriod, periodInKyiv, plusMonths } from './period.ts'

const period = (text: string) => {
  const found = parsePeriod(text)
  if (!found) throw new Error(`not a period: ${text}`)
  return found
}

test('a period is read in both of its spellings and in no other', () => {
  expect(parsePeriod('202003')).toBe('2020-03')
  expect(parsePeriod('2020-03')).toBe('2020-03')
  for (const text of ['2020-13', '2020-00', '20203', '2020/03', '2020-3', ''])
    expect(parsePeriod(text)).toBeNull()
})

test('months are counted over the ends of years', () => {
  expect(plusMonths(period('2020-01'), -1)).toBe('2019-12')
  expect(plusMonths(period('2020-12'), 1)).toBe('2021-01')
  expect(plusMonths(period('2020-03'), -36)).toBe('2017-03')
  expect(lastDay(period('2028-02'))).toBe('2028-02-29')
})

test('the month turns at midnight in Kyiv, summer and winter', () => {
  expect(dateInKyiv(new Date('2026-10-31T21:59:59Z'))).toBe('2026-10-31')
  expect(periodInKyiv(new Date('2026-10-31T22:00:00Z'))).toBe('2026-11')
  expect(periodInKyiv(new Date('2026-06-30T21:00:00Z'))).toBe('2026-07')
})
