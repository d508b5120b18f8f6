import { expect, test } from 'vitest'
import { manualMonths, startBilling, twoAccounts } from '../../test/billing-files.ts'
import { account, paid, posted, register } from '../../test/register.ts'

test('the register posts a portal payment by its id, whatever the day', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const id = await paid(billing, '2020-03-01T10:00:00Z', 1709n)
  await paid(billing, '2020-03-20T10:00:00Z', 1709n)
  const report = await billing.take(register(`${id};${account};20.03.2020;;17,09;Портал;`))
  expect(report.files[0]?.changes).toEqual({ added: 1, changed: 0, posted: 1 })
  expect(await posted(billing)).toEqual([id])
  const [row] = await billing.sql`select payment_id from billing_payments`
  expect(row?.paymentId).toBe(id)
})

test('without an id the register posts by account, sum and a day at most three away, the nearest first', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const near = await paid(billing, '2020-03-10T10:00:00Z', 1709n)
  const far = await paid(billing, '2020-03-12T10:00:00Z', 1709n)
  await paid(billing, '2020-03-10T10:00:00Z', 1710n)
  await paid(billing, '2020-03-10T10:00:00Z', 1709n, { state: 'failed' })
  await billing.take(register(`1;${account};2020-03-09;;17,09;Банк;`))
  expect(await posted(billing)).toEqual([near])
  await billing.take(register(`2;${account};2020-03-16;;17,09;Банк;`))
  expect(await posted(billing)).toEqual([near])
  await billing.take(register(`3;${account};2020-03-15;;17,09;Банк;`))
  expect(await posted(billing)).toEqual([near, far].sort())
})

test('a day is a day in Kyiv', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  // half past midnight in Kyiv on the 11th
  const id = await paid(billing, '2020-03-10T22:30:00Z', 1709n)
  await billing.take(register(`1;${account};2020-03-07;;17,09;Банк;`))
  expect(await posted(billing)).toEqual([])
  await billing.take(register(`2;${account};2020-03-08;;17,09;Банк;`))
  expect(await posted(billing)).toEqual([id])
})

test('one row of the register posts one payment alone', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  await paid(billing, '2020-03-10T10:00:00Z', 1709n)
  await paid(billing, '2020-03-10T11:00:00Z', 1709n)
  await billing.take(register(`1;${account};2020-03-10;;17,09;Банк;`, `1;${account};2020-03-10;;17,09;Банк;`))
  expect(await posted(billing)).toHaveLength(1)
  await billing.take(register(`1;${account};2020-03-10;;17,09;Банк;`, `2;${account};2020-03-10;;17,09;Банк;`))
  expect(await posted(billing)).toHaveLength(2)
})

test('a register row that is sent again with another sum changes, and lets go of the payment it had', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  await paid(billing, '2020-03-10T10:00:00Z', 1709n)
  await billing.take(register(`1;${account};2020-03-10;;17,09;Банк;`))
  const report = await billing.take(register(`1;${account};2020-03-10;;18,00;Банк;`))
  expect(report.files[0]?.changes).toEqual({ added: 0, changed: 1, posted: 0 })
  expect(await posted(billing)).toEqual([])
})

test('where the supplier sends no register, a published month posts what was paid until its end in Kyiv', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const last = await paid(billing, '2020-03-31T20:30:00Z', 1709n)
  await paid(billing, '2020-03-31T21:30:00Z', 1709n)
  const supplier = { accounts: { number_pattern: '^\\d+$' }, billing: { payments_register: false } }
  const report = await billing.takeWith({ supplier }, manualMonths)
  expect(report.files[0]?.changes.posted).toBe(1)
  expect(await posted(billing)).toEqual([last])
})

test('where it sends one, a published month posts nothing', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  await paid(billing, '2020-03-01T10:00:00Z', 1709n)
  await billing.take(manualMonths)
  expect(await posted(billing)).toEqual([])
})
