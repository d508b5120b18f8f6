import { expect, test } from 'vitest'
import { startBilling, twoAccounts } from '../../test/billing-files.ts'
import { account, another, paid, posted, register, rowsOf } from '../../test/register.ts'

const morning = '2020-03-10T08:00:00Z'
const evening = '2020-03-10T18:00:00Z'

test('an id takes its payment from a guess of before, and the row that is freed finds another', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const first = await paid(billing, morning, 1709n)
  const second = await paid(billing, evening, 1709n)
  await billing.take(register(`bank;${account};2020-03-10;;17,09;Банк;`))
  expect(await rowsOf(billing)).toEqual({ bank: first })
  await billing.take(register(`${first.toUpperCase()};${account};2020-03-11;;17,09;Портал;`))
  expect(await rowsOf(billing)).toEqual({ bank: second, [first]: first })
  expect(await posted(billing)).toEqual([first, second].sort())
})

test('a guess that an id shows to be wrong and that finds no other is left alone', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const id = await paid(billing, morning, 1709n)
  await billing.take(register(`bank;${account};2020-03-10;;17,09;Банк;`))
  await billing.take(register(`${id};${account};2020-03-10;;17,09;Портал;`))
  expect(await rowsOf(billing)).toEqual({ bank: null, [id]: id })
  expect(await posted(billing)).toEqual([id])
})

const doubtful = [
  ['another account', `${another};2020-03-10;;17,09`, 'portal-account', `${another} ≠ ${account}`],
  ['another sum', `${account};2020-03-10;;18,00`, 'portal-sum', '18.00 ≠ 17.09'],
  ['the sum taken back', `${account};2020-03-10;;-17,09`, 'portal-sum', '-17.09 ≠ 17.09'],
  ['no sum', `${account};2020-03-10;;0`, 'portal-sum', '0.00 ≠ 17.09'],
  [
    'both other',
    `${another};2020-03-10;;18`,
    'portal-account-and-sum',
    `${another} ≠ ${account}, 18.00 ≠ 17.09`,
  ],
] as const

test.each(doubtful)(
  "a row with a portal payment's id and %s posts nothing and is told",
  async (_, row, reason, expected) => {
    await using billing = await startBilling()
    await billing.take(twoAccounts)
    const id = await paid(billing, morning, 1709n)
    // these the row would fit, but it bears the id of another
    await paid(billing, evening, 1800n)
    await paid(billing, evening, 1709n, { account: another })
    await paid(billing, evening, 1800n, { account: another })
    const report = await billing.take(register(`${id};${row};Портал;`, `${id};${row};Портал;`))
    expect(report.accepted).toBe(true)
    expect(report.files[0]).toMatchObject({ changes: { added: 1, posted: 0 }, doubtCount: 1 })
    expect(report.files[0]?.doubts).toEqual([{ line: 2, field: 'EXT_ID', value: id, reason, expected }])
    expect(await rowsOf(billing)).toEqual({ [id]: null })
    expect(await posted(billing)).toEqual([])
  },
)

test('a payment that was posted by its id and is then taken back is posted no more', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const id = await paid(billing, morning, 1709n)
  const fit = await billing.take(register(`${id};${account};2020-03-10;;17,09;Портал;`))
  expect(fit.files[0]?.doubts).toEqual([])
  await billing.take(register(`${id};${account};2020-03-10;;-17,09;Портал;`))
  expect(await rowsOf(billing)).toEqual({ [id]: null })
  expect(await posted(billing)).toEqual([])
})

test('of two that paid the same sum, one is known by its id and the other by what is left', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const mother = await paid(billing, morning, 1709n)
  const son = await paid(billing, evening, 1709n)
  // by account, sum and day alone the bank's row would be the mother's
  const rows = [`bank-7;${account};2020-03-10;;17,09;Банк;`, `${mother};${account};2020-03-10;;17,09;Портал;`]
  await billing.take(register(...rows))
  expect(await rowsOf(billing)).toEqual({ 'bank-7': son, [mother]: mother })
  expect(await posted(billing)).toEqual([mother, son].sort())
})
