import { expect, test } from 'vitest'
import { routes } from './routes.ts'

test('a path is built from its pattern, and what goes in is encoded', () => {
  expect(routes.account.to({ id: 7 })).toBe('/accounts/7')
  expect(routes.account.to({ id: 'a/b?c' })).toBe('/accounts/a%2Fb%3Fc')
  expect(routes.invoice.to({ id: 7, period: '2020-03' })).toBe('/accounts/7/invoices/2020-03.pdf')
  expect(routes.receipt.to({ id: 'x' })).toBe('/payments/x/receipt.pdf')
})

test('a query holds what is given and leaves out what is not', () => {
  expect(routes.statistics.to()).toBe('/statistics')
  expect(routes.statistics.to({ account: 7, year: undefined })).toBe('/statistics?account=7')
  expect(routes.login.to({ next: '/a?b=c&d' })).toBe('/auth/login?next=%2Fa%3Fb%3Dc%26d')
})
