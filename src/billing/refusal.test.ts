import { expect, test } from 'vitest'
import {
  type Billing,
  csv,
  headings,
  manualMonths,
  onePayment,
  startBilling,
  twoAccounts,
} from '../../test/billing-files.ts'

/** What a file is refused for, as `line FIELD value reason expected`. */
async function faultsOf(billing: Billing, text: string): Promise<string[]> {
  const report = await billing.take(text)
  const [file] = report.files
  expect(report.accepted).toBe(false)
  expect(file?.faultCount).toBe(file?.faults.length)
  return (file?.faults ?? []).map(({ line, field, value, reason, expected }) =>
    [line, field, value, reason, expected].filter(part => part !== '').join(' '),
  )
}

const at = 'Кременчук;м. Кременчук;вул. Соборна;1;'

test('each fault of an accounts file is named', async () => {
  await using billing = await startBilling()
  const faults = await faultsOf(
    billing,
    csv(
      headings.accounts,
      `12345;;${at};Вовк Іван;;A`,
      `0412345678;56XM19A205987457;${at};Вовк Іван;;A`,
      `0412345679;;;м. Кременчук;;1;;Вовк Іван;;A`,
      `0412345680;;${at};Вовк Іван;06712;A`,
      `0412345681;;${at};Вовк Іван;;X`,
      `0412345678;;${at};Вовк Іван;;A`,
      `0412345682;;${at};Вовк Іван;;A;зайве`,
      `;;${at};;;A`,
    ),
  )
  expect(faults).toEqual([
    '2 LS 12345 account-number',
    '3 EIC 56XM19A205987457 eic',
    '4 FILIA empty',
    '4 VUL empty',
    '5 PHONE 06712 phone',
    '6 STATE X state',
    '7 LS 0412345678 repeated',
    '8 11 field-count 10',
    '9 FIO empty',
    '9 LS empty',
  ])
  const [left] = await billing.sql`
    select (select count(*)::integer from accounts) + (select count(*)::integer from branches)
      + (select count(*)::integer from imports) as rows`
  expect(left).toEqual({ rows: 0 })
})

test('each fault of a charges file is named', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts, manualMonths)
  const rest = 'A;7960;0;;;;;0;0;0'
  const faults = await faultsOf(
    billing,
    csv(
      headings.charges,
      '110000002;202001;ten;A;7960;0;;;;;0;0;0',
      '110000002;202013;0;A;7960;0;;;;;0;0;0',
      '110000002;202002;0;Q;-5;1,234;1e2;NaN;0x1;1 000;0;;99999999999999999999',
      `999999999;202001;0;${rest}`,
      `12;202001;0;${rest}`,
      `110000002;202612;0;${rest}`,
      '0412345678;202004;1;A;7960;7,96;;;;;0;71,68;80',
      '0412345678;202004;1;A;7960;7,96;;;;;0;71,68;79,64',
      '0412345678;202005;1;A;7960;7,96;;;;;0;79,00;86,96',
      '0412345678;201912;1;A;7960;0;;;;;0;0;0',
    ),
  )
  expect(faults).toEqual([
    '2 VOL ten volume',
    '3 PERIOD 202013 period',
    '4 METHOD Q method',
    '4 PENYA NaN money',
    '4 PERER 1e2 money',
    '4 PILG 1 000 money',
    '4 PRICE -5 price',
    '4 SALDO_K 99999999999999999999 money',
    '4 SALDO_P empty',
    '4 SUBS 0x1 money',
    '4 SUMA 1,234 money',
    '5 LS 999999999 unknown-account',
    '6 LS 12 account-number',
    '7 PERIOD 202612 future-period',
    '8 SALDO_K 80 closing-balance 79.64',
    '9 PERIOD 202004 repeated',
    '10 SALDO_P 79,00 opening-balance 79.64',
    '11 SALDO_K 0 next-opening -41.59',
  ])
  const [ledger] = await billing.sql`select count(*)::integer as rows from ledger_rows`
  expect(ledger).toEqual({ rows: 3 })
})

test('a month that does not open with the balance of the month before in the ledger is refused', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts, manualMonths)
  const april = csv(headings.charges, '0412345678;202004;1;A;7960;7,96;;;;;0;71,00;78,96')
  expect(await faultsOf(billing, april)).toEqual(['2 SALDO_P 71,00 opening-balance 71.68'])
})

test('each fault of a register of payments is named', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const faults = await faultsOf(
    billing,
    csv(
      headings.payments,
      ';0412345678;24.03.2020;;17,09;Каса;',
      '1;0412345678;31.02.2020;20200232;17,09;Каса;',
      '2;0412345678;2026-11-21;;17,09;Каса;',
      '3;0412345678;24.03.2020;;сто;Каса;2020',
      '4;000000000;24.03.2020;;1;Каса;',
      '5;0412345678;24.03.2020;;1;Каса;',
      '5;0412345678;24.03.2020;;1;Каса;',
      '5;0412345678;24.03.2020;;2;Каса;',
      '6;0412345678;29.02.2021;;2;Каса;',
    ),
  )
  expect(faults).toEqual([
    '2 EXT_ID empty',
    '3 D_ZAR 20200232 date',
    '4 D_OPL 2026-11-21 future-date',
    '5 PERIOD 2020 period',
    '5 SUMA сто money',
    '6 LS 000000000 unknown-account',
    '9 EXT_ID 5 repeated-payment',
    '10 D_OPL 29.02.2021 date',
  ])
})

test('a file is known by its columns, and the wrong ones are named', async () => {
  await using billing = await startBilling()
  expect(await faultsOf(billing, 'A;B\n1;2\n')).toEqual([
    expect.stringContaining('1 A B unknown-kind LS FILIA'),
  ])
  expect(await faultsOf(billing, 'LS;PERIOD;VOL;SUMA;OPL;SALDO_P;SALDO;VOL\n')).toEqual([
    expect.stringContaining('1 SALDO_K LS PERIOD VOL SUMA OPL SALDO_P SALDO VOL missing-column'),
    expect.stringContaining('1 SALDO SALDO unknown-column'),
    '1 VOL VOL repeated-column',
  ])
  const empty = await billing.take(await billing.write('empty.csv', ''))
  expect(empty.files[0]?.faults[0]?.reason).toBe('empty-file')
  const picture = await billing.take(await billing.write('picture.csv', 'LS;\u0000\u0001\n'))
  expect(picture.files[0]?.faults[0]?.reason).toBe('not-text')
  expect(await faultsOf(billing, `${headings.payments}\n1;"0412345678;24.03.2020;;1;Каса;\n\n`)).toEqual([
    expect.stringContaining('2 LS 1;"0412345678;24.03.2020;;1;Каса;'),
  ])
  expect(await faultsOf(billing, `${headings.payments}\n1;041\u0007;24.03.2020;;1;Каса;\n`)).toEqual([
    '2 \\x07 bad-character',
  ])
})

test('after a refused file no other is looked at', async () => {
  await using billing = await startBilling()
  const report = await billing.take(onePayment, manualMonths, twoAccounts.replace(';A\n', ';?\n'))
  expect(report.files.map(file => [file.kind, file.state])).toEqual([
    ['accounts', 'refused'],
    ['charges', 'skipped'],
    ['payments', 'skipped'],
  ])
})

test('of many faults the first thousand are told and all are counted', async () => {
  await using billing = await startBilling()
  const rows = Array.from({ length: 1500 }, (_, index) => `${index};1;24.03.2020;;1;Каса;`)
  const report = await billing.take(csv(headings.payments, ...rows))
  expect(report.files[0]).toMatchObject({ faultCount: 1500, rows: 1500 })
  expect(report.files[0]?.faults).toHaveLength(1000)
  expect(report.files[0]?.faults[999]).toMatchObject({ line: 1001, value: '1', reason: 'account-number' })
})
