import { expect, test } from 'vitest'
import { balanceKind, closingBalance, due } from './ledger.ts'
import { hryvniaDigits, kop, noMoney, parseHryvnias, parsePricePerThousand, toDecimal } from './money.ts'
import { charge, cubicMetreDigits, parseCubicMetres } from './volume.ts'

const hryvnias = (text: string) => {
  const value = parseHryvnias(text)
  if (value === null) throw new Error(`not a sum: ${text}`)
  return value
}

const month = (charged: string, paid: string) => ({
  charged: hryvnias(charged),
  paid: hryvnias(paid),
  recalculated: noMoney,
  penalty: noMoney,
  subsidy: noMoney,
  benefit: noMoney,
})

test("the manual's three months follow from the overpayment carried in", () => {
  const january = closingBalance(hryvnias('-41,59'), month('58,68', '0'))
  const february = closingBalance(january, month('50,05', '0'))
  const march = closingBalance(february, month('21,63', '17,09'))
  expect([january, february, march].map(toDecimal)).toEqual(['17.09', '67.14', '71.68'])
})

test('every movement has its sign', () => {
  const all = {
    charged: kop(1),
    recalculated: kop(20),
    penalty: kop(300),
    paid: kop(4000),
    subsidy: kop(50000),
    benefit: kop(600000),
  }
  expect(closingBalance(kop(7000000), all)).toBe(kop(7000000 + 1 + 20 + 300 - 4000 - 50000 - 600000))
})

test("a month's charge is the volume by the dated price, half a kopiyka up", () => {
  const of = (cubicMetres: string, perThousand: string) => {
    const volume = parseCubicMetres(cubicMetres)
    const price = parsePricePerThousand(perThousand)
    if (volume === null || price === null) throw new Error('not readable')
    return toDecimal(charge(volume, price))
  }
  expect(of('10', '5868.00')).toBe('58.68')
  expect(of('10', '5005.03')).toBe('50.05')
  expect(of('5', '4326.07')).toBe('21.63')
  expect(of('1', '5')).toBe('0.01')
  expect(of('-1', '5')).toBe('-0.01')
})

test('paying is for the debt less what the billing has not posted yet', () => {
  expect(due(kop(7168), kop(0))).toBe(7168n)
  expect(due(kop(7168), kop(7000))).toBe(168n)
  expect(due(kop(7168), kop(8000))).toBe(0n)
  expect(due(kop(-4159), kop(0))).toBe(0n)
  expect([kop(1), kop(0), kop(-1)].map(balanceKind)).toEqual(['debt', 'settled', 'overpayment'])
})

test('sums are read and written exactly, and nothing else is taken for a sum', () => {
  expect(parseHryvnias('9999999999999.99')).toBe(999999999999999n)
  expect(parseHryvnias('0,1')).toBe(10n)
  for (const text of ['', '1e4', 'NaN', '1.234', '1 234', '--1', '0x10', '1,2,3'])
    expect(parseHryvnias(text)).toBeNull()
  expect(hryvniaDigits(kop(765774))).toBe('7\u00a0657,74')
  expect(hryvniaDigits(kop(-4159))).toBe('41,59')
  expect(cubicMetreDigits(parseCubicMetres('1036,50') ?? (0n as never))).toBe('1\u00a0036,5')
  expect(() => kop(0.5)).toThrow('not whole kopiykas')
})
