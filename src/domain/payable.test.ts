import { expect, test } from 'vitest'
import { kop, noMoney } from './money.ts'
import { payable } from './payable.ts'

const dues = { closing: kop(7168), outsideBalance: noMoney, checking: false, gateway: true }

test('what can be paid is the whole debt, less what was paid here and that debt does not hold', () => {
  expect(payable(dues)).toEqual({ pay: 7168n })
  expect(payable({ ...dues, outsideBalance: kop(7167) })).toEqual({ pay: 1n })
})

test('where nothing can be paid, the reason is told', () => {
  expect(payable({ ...dues, closing: null })).toEqual({ reason: 'no-month' })
  expect(payable({ ...dues, checking: true })).toEqual({ reason: 'checking' })
  expect(payable({ ...dues, closing: kop(-1) })).toEqual({ reason: 'overpayment' })
  expect(payable({ ...dues, closing: noMoney, outsideBalance: kop(1) })).toEqual({ reason: 'overpayment' })
  expect(payable({ ...dues, closing: noMoney })).toEqual({ reason: 'settled' })
  expect(payable({ ...dues, outsideBalance: kop(7168) })).toEqual({ reason: 'paid' })
  expect(payable({ ...dues, outsideBalance: kop(7169) })).toEqual({ reason: 'paid' })
  expect(payable({ ...dues, gateway: false })).toEqual({ reason: 'no-gateway' })
  expect(payable({ ...dues, closing: noMoney, gateway: false })).toEqual({ reason: 'settled' })
})
