import { expect, test } from 'vitest'
import {
  afterNews,
  type PaymentOutcome,
  type PaymentState,
  paymentStates,
  shownState,
} from './payment-status.ts'

const outcomes: PaymentOutcome[] = ['unfinished', 'processing', 'expired', 'failed', 'paid', 'refunded']

test('a state never goes back, and news told twice changes nothing more', () => {
  for (const state of paymentStates)
    for (const outcome of outcomes) {
      const next = afterNews(state, outcome)
      expect(paymentStates.indexOf(next)).toBeGreaterThanOrEqual(paymentStates.indexOf(state))
      expect(afterNews(next, outcome)).toBe(next)
    }
})

test('the order in which news comes decides nothing', () => {
  for (const state of paymentStates)
    for (const one of outcomes)
      for (const other of outcomes)
        expect(afterNews(afterNews(state, one), other)).toBe(afterNews(afterNews(state, other), one))
})

test('money that was taken outweighs a failure, and a refund outweighs it', () => {
  for (const state of ['created', 'pending', 'expired', 'failed'] as PaymentState[])
    expect(afterNews(state, 'paid')).toBe('paid')
  expect(afterNews('paid', 'failed')).toBe('paid')
  expect(afterNews('paid', 'refunded')).toBe('refunded')
})

test('only money that was taken is shown as paid', () => {
  expect(paymentStates.map(shownState)).toEqual([
    'checking',
    'checking',
    'unpaid',
    'unpaid',
    'paid',
    'refunded',
  ])
})
