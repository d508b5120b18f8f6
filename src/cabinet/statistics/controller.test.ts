import { expect, test } from 'vitest'
import { hold, month, monthsOnEnd, seedAccount } from '../../../test/accounts.ts'
import { startApplication } from '../../../test/application.ts'
import { textOf } from '../../../test/browser.ts'
import { statementsOf } from '../../../test/statements.ts'
import { visitor } from '../../../test/visitors.ts'
import { kop } from '../../domain/money.ts'
import { parsePeriod } from '../../domain/period.ts'
import { litres } from '../../domain/volume.ts'
import { routes } from '../../routes.ts'

/** The cells of each row of the table named, as a person reads them. */
function rowsOf(html: string, table: 'months' | 'by-year'): string[][] {
  const found = new RegExp(`<table[^>]*aria-labelledby="${table}".*?</table>`, 's').exec(html)?.[0] ?? ''
  const rows = found.match(/<tr>.*?<\/tr>/gs) ?? []
  return rows.map(row => (row.match(/<t[hd].*?(?:<\/t[hd]>|\/>)/gs) ?? []).map(textOf))
}

test('the months of the manual stand in its table, to the kopiyka, with their totals', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id } = await seedAccount(application.db)
  await hold(application.db, phone, id)
  const page = await browser.get(routes.statistics.to())
  expect(page.status).toBe(200)
  expect(page.text).toContain('Статистика нарахувань')
  expect(page.text).toContain('Залишок на початок 2020 року: 41,59 грн переплати')
  expect(rowsOf(page.html, 'months')).toEqual([
    ['Період', "Об'єм", 'Нараховано', 'Сплачено', 'Залишок', ''],
    ['Січень 2020', '10 м³', '58,68 грн', '0,00 грн', '17,09 грн', 'Рахунок за січень 2020 року'],
    ['Лютий 2020', '10 м³', '50,05 грн', '0,00 грн', '67,14 грн', 'Рахунок за лютий 2020 року'],
    ['Березень 2020', '5 м³', '21,63 грн', '17,09 грн', '71,68 грн', 'Рахунок за березень 2020 року'],
    ['Разом', '25 м³', '130,36 грн', '17,09 грн', '71,68 грн', ''],
  ])
  expect(page.html).toContain(routes.invoice.to({ id, period: '2020-03' }))
})

test('years have rows of their own with totals, and the year that is asked for is shown', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const first = parsePeriod('2024-11')
  if (first === null) throw new Error('no month')
  const rows = monthsOnEnd(first, 15, { paid: kop(8000) }) // charged 79,60 each month
  const { id } = await seedAccount(application.db, { rows })
  await hold(application.db, phone, id)
  const last = await browser.get(routes.statistics.to({ account: id }))
  expect(rowsOf(last.html, 'months').at(1)?.[0]).toBe('Січень 2026')
  expect(rowsOf(last.html, 'by-year')).toEqual([
    ['Рік', "Об'єм", 'Нараховано', 'Сплачено', 'Залишок на кінець'],
    ['2026', '10 м³', '79,60 грн', '80,00 грн', '6,00 грн переплати'],
    ['2025', '120 м³', '955,20 грн', '960,00 грн', '5,60 грн переплати'],
    ['2024', '20 м³', '159,20 грн', '160,00 грн', '0,80 грн переплати'],
    ['Разом', '150 м³', '1 194,00 грн', '1 200,00 грн', '6,00 грн переплати'],
  ])
  expect(last.html.match(/year=\d{4}/g)).toEqual(['year=2026', 'year=2025', 'year=2024'])
  const earlier = await browser.get(routes.statistics.to({ account: id, year: 2024 }))
  expect(rowsOf(earlier.html, 'months').map(cells => cells[0])).toEqual([
    'Період',
    'Листопад 2024',
    'Грудень 2024',
    'Разом',
  ])
  expect(earlier.text).toContain('Залишок на початок 2024 року: 0,00 грн')
})

test('whatever else moved the balance stands beside what it belongs to', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const whole = month('2026-09', {
    volume: litres(-3250),
    method: 'recalculation',
    charged: kop(-2587),
    recalculated: kop(-1200),
    penalty: kop(15),
    paid: kop(700_000),
    subsidy: kop(12_345),
    benefit: kop(501),
  })
  const { id } = await seedAccount(application.db, { rows: [whole] })
  await hold(application.db, phone, id)
  const { html } = await browser.get(routes.statistics.to({ account: id }))
  expect(rowsOf(html, 'months').at(1)?.slice(1, 5)).toEqual([
    '−3,25 м³ перерахунок',
    '−25,87 грн перерахунок −12,00 грн пеня 0,15 грн',
    '7 000,00 грн субсидія 123,45 грн пільга 5,01 грн',
    '7 166,18 грн переплати',
  ])
})

test('a planned month and a month by the norm are marked, a month by the meter is not', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const rows = [
    month('2026-07', { method: 'planned' }),
    month('2026-08', { method: 'norm' }),
    month('2026-09', { method: 'actual' }),
    month('2026-10', { method: null }),
  ]
  const { id } = await seedAccount(application.db, { rows })
  await hold(application.db, phone, id)
  const { html } = await browser.get(routes.statistics.to({ account: id }))
  const volumes = rowsOf(html, 'months').map(cells => cells[1])
  expect(volumes.slice(1, 5)).toEqual(['10 м³ плановий', '10 м³ за нормою', '10 м³', '10 м³'])
})

test('another’s account, a missing one and a year without months are the same page that is not there', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const own = await seedAccount(application.db)
  const anothers = await seedAccount(application.db)
  await hold(application.db, phone, own.id)
  const missing = await browser.get(routes.statistics.to({ account: 999_999 }))
  expect(missing.status).toBe(404)
  for (const path of [
    routes.statistics.to({ account: anothers.id }),
    routes.statistics.to({ account: own.id, year: 2019 }),
    routes.statistics.to({ account: own.id, year: 'x' }),
    `${routes.statistics.to({ account: own.id })}&account=${own.id}`,
  ]) {
    const page = await browser.get(path)
    expect([page.status, page.html], path).toEqual([404, missing.html])
  }
})

test('a person without accounts is told to add one, and an account without months that there are none yet', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const empty = await browser.get(routes.statistics.to())
  expect(empty.text).toContain('Щоб побачити статистику, додайте свій особовий рахунок.')
  const { id } = await seedAccount(application.db, { rows: [] })
  await hold(application.db, phone, id)
  const unpublished = await browser.get(routes.statistics.to({ account: id }))
  expect(unpublished.text).toContain('ще немає жодного закритого місяця')
  expect(unpublished.html).not.toContain('<table')
})

test('a page of statistics costs three statements, however many years it has', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id } = await seedAccount(application.db)
  await hold(application.db, phone, id)
  const sent = await statementsOf(application.db, () => browser.get(routes.statistics.to({ account: id })))
  expect(sent).toHaveLength(3)
})

test('the choice at the side stays in the statistics', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const one = await seedAccount(application.db)
  const other = await seedAccount(application.db)
  await hold(application.db, phone, one.id)
  await hold(application.db, phone, other.id, '<b>Дача</b>')
  const page = await browser.get(routes.statistics.to())
  for (const { id } of [one, other])
    expect(page.html).toContain(`href="${routes.statistics.to({ account: id })}"`)
  expect(page.text).toContain('<b>Дача</b>') // what was typed, as words
  expect(page.text).toContain(`Особовий рахунок ${other.number}`) // the one last added
})
