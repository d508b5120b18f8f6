import { expect, test } from 'vitest'
import {
  csv,
  headings,
  manualMonths,
  onePayment,
  startBilling,
  twoAccounts,
} from '../../test/billing-files.ts'

const layouts = [
  ['utf-8', ';', ''],
  ['utf-8', '|', '\ufeff'],
  ['windows-1251', ';', ''],
  ['windows-1251', '\t', ''],
  ['cp1125', ';', ''],
  ['cp1125', '|', ''],
  ['koi8-u', ';', ''],
] as const

test.each(layouts)(
  'the three kinds are taken in from %s with %j between the fields',
  async (encoding, delimiter, bom) => {
    await using billing = await startBilling()
    const files: string[] = []
    for (const [index, text] of [onePayment, manualMonths, twoAccounts].entries())
      files.push(
        await billing.write(
          `${index}.txt`,
          bom + text.replaceAll(';', delimiter).replaceAll('\n', '\r\n'),
          encoding,
        ),
      )
    const report = await billing.take(...files)
    expect(report.files.map(file => [file.kind, file.state, file.encoding, file.faults])).toEqual([
      ['accounts', 'published', encoding, []],
      ['charges', 'published', expect.any(String), []],
      ['payments', 'published', encoding, []],
    ])
    expect(report.files[0]?.samples).toContain('Кременчук')
    expect(await holders(billing.sql)).toEqual([
      [
        '0412345678',
        'Кременчук',
        'м. Кременчук',
        "вул. Під'їзна",
        '12 корп. 2',
        '7',
        "Їжакевич Мар'яна Іванівна",
        '380671234567',
      ],
      ['110000002', 'Гадяч', 'с. Веприк', 'вул. Ґрунтова', '10а', '', 'Гриценко Єва Ігорівна', null],
    ])
    const [payment] =
      await billing.sql`select external_id, agent, amount, paid_on, credited_on, period from billing_payments`
    expect(payment).toEqual({
      externalId: 'П-1',
      agent: 'Укрпошта',
      amount: 1709n,
      paidOn: '2020-03-24',
      creditedOn: '2020-03-25',
      period: '2020-02-01',
    })
  },
)

test("the manual's months come out with the balances of its table", async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts, manualMonths)
  const rows =
    await billing.sql`select period, volume, method, price, charged, paid, closing from ledger_rows order by period`
  expect(rows.map(row => Object.values(row))).toEqual([
    ['2020-01-01', 10_000n, 'actual', 586_800n, 5868n, 0n, 1709n],
    ['2020-02-01', 10_000n, 'actual', 500_503n, 5005n, 0n, 6714n],
    ['2020-03-01', 5_000n, 'actual', 432_607n, 2163n, 1709n, 7168n],
  ])
})

test('commas between fields, quotes around them and a quote inside a name are read', async () => {
  await using billing = await startBilling()
  const report = await billing.take(
    csv(
      'LS,FILIA,NP,VUL,BUD,KV,FIO,STATE',
      '0412345678,Кременчук,м. Кременчук,"вул. Соборна, нова",1,,"Вовк ""Сірий"" Іван",A',
      '0412345679,Кременчук,м. Кременчук,"вул.\nСоборна",2,,Мар"яна Вовк,C',
      '',
      '0412345680,Кременчук,м. Кременчук,  вул.  Соборна ,3,,Вовк Іван,B',
    ),
  )
  expect(report.files[0]?.faults).toEqual([
    { line: 6, field: 'STATE', value: 'B', reason: 'state', expected: '' },
  ])
})

test('the same file again changes nothing, and says so', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts, manualMonths, onePayment)
  const again = await billing.take(twoAccounts, manualMonths, onePayment)
  expect(again.files.map(file => file.state)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(again.accepted).toBe(true)
})

test('an older file is taken in again where another of its kind came in between', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  await billing.take(twoAccounts.replace('Гриценко Єва', 'Гриценко Ірина'))
  const back = await billing.take(twoAccounts)
  expect(back.files[0]).toMatchObject({ state: 'published', changes: { added: 0, changed: 1 } })
})

test('an accounts file adds and changes, and whoever is absent from it stays', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts)
  const report = await billing.take(
    csv('LS;FILIA;NP;VUL;BUD;KV;FIO;STATE', '0412345678;Кременчук;м. Кременчук;вул. Нова;1;;Вовк Іван;M'),
  )
  expect(report.files[0]?.changes).toEqual({ added: 0, changed: 1, posted: 0 })
  const rows = await billing.sql`select number, state, eic, holder_phone from accounts order by number`
  expect(rows.map(row => Object.values(row))).toEqual([
    // the file has no EIC and no PHONE, which says nothing about them
    ['0412345678', 'moved', '56XM19A205987456', '380671234567'],
    ['110000002', 'open', null, null],
  ])
})

test('a charges file replaces exactly the months that stand in it', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts, manualMonths)
  const report = await billing.take(
    csv(headings.charges, '0412345678;202003;6;R;4326,07;25,96;;;;;17,09;67,14;76,01'),
  )
  expect(report.files[0]?.changes).toEqual({ added: 0, changed: 1, posted: 0 })
  const rows = await billing.sql`select closing from ledger_rows order by period`
  expect(rows.map(row => row.closing)).toEqual([1709n, 6714n, 7601n])
})

test('a late recalculation of an old month comes with the months after it, or not at all', async () => {
  await using billing = await startBilling()
  await billing.take(twoAccounts, manualMonths)
  const february = '0412345678;202002;8;R;5005,03;40,04;;;;;0;17,09;57,13'
  const march = '0412345678;202003;5;A;4326,07;21,63;;;;;17,09;57,13;61,67'
  const alone = await billing.take(csv(headings.charges, february))
  expect(alone.files[0]?.faults).toEqual([
    { line: 2, field: 'SALDO_K', value: '57,13', reason: 'next-opening', expected: '67.14' },
  ])
  const together = await billing.take(csv(headings.charges, march, february))
  expect(together.accepted).toBe(true)
  const rows = await billing.sql`select closing from ledger_rows order by period`
  expect(rows.map(row => row.closing)).toEqual([1709n, 5713n, 6167n])
})

test('a dry run checks all files on top of each other and changes nothing', async () => {
  await using billing = await startBilling()
  const report = await billing.takeWith({ dryRun: true }, manualMonths, onePayment, twoAccounts)
  expect(report.files.map(file => [file.state, file.rows])).toEqual([
    ['checked', 2],
    ['checked', 3],
    ['checked', 1],
  ])
  expect(await counts(billing.sql)).toEqual({ accounts: 0, ledger: 0, payments: 0, imports: 0 })
})

async function holders(sql: Awaited<ReturnType<typeof startBilling>>['sql']) {
  const rows = await sql`
    select a.number, b.name as branch, s.name as settlement, t.name as street, h.number as house, a.flat, a.holder_name,
      a.holder_phone
    from accounts a join houses h on h.id = a.house_id join streets t on t.id = h.street_id
    join settlements s on s.id = t.settlement_id join branches b on b.id = s.branch_id
    order by a.number`
  return rows.map(row => Object.values(row))
}

async function counts(sql: Awaited<ReturnType<typeof startBilling>>['sql']) {
  const [row] = await sql`
    select (select count(*)::integer from accounts) as accounts, (select count(*)::integer from ledger_rows) as ledger,
      (select count(*)::integer from billing_payments) as payments, (select count(*)::integer from imports) as imports`
  return row
}
