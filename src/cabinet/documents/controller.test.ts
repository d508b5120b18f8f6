import { expect, test } from 'vitest'
import { hold, month, seedAccount } from '../../../test/accounts.ts'
import { startApplication } from '../../../test/application.ts'
import { pdfText } from '../../../test/pdf-text.ts'
import { statementsOf } from '../../../test/statements.ts'
import { visitor } from '../../../test/visitors.ts'
import { routes } from '../../routes.ts'

test('the invoice of a month is a PDF to read, named for its account and month', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id } = await seedAccount(application.db, { number: '012345678', branch: 'Гадяч', flat: '7' })
  await hold(application.db, phone, id)
  await application.db`update imports set published_at = '2020-04-08 21:30:00Z'` // the 9th in Kyiv
  const page = await browser.get(routes.invoice.to({ id, period: '2020-03' }))
  expect(page.status).toBe(200)
  expect(page.headers['content-type']).toBe('application/pdf')
  expect(page.headers['cache-control']).toBe('no-store')
  expect(decodeURIComponent(String(page.headers['content-disposition']))).toBe(
    "inline; filename*=UTF-8''Рахунок 012345678 за 2020-03.pdf",
  )
  const text = pdfText(page.body)
  for (const words of [
    'Березень 2020',
    'Складено 9 квітня 2020 року',
    'До сплати 71,68 грн',
    'Сплатіть до 25 квітня 2020 року',
    'вул. Соборна, 12, кв. 7',
    'Зразкова Олена Іванівна',
    'Гадяцький Оператор ГРМ',
    'ТОВ «КРЕМЕНЧУКГАЗ-ПОСТАЧАННЯ»',
  ])
    expect(text).toContain(words)
})

test('an invoice that was published after its day of payment names no such day', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id } = await seedAccount(application.db)
  await hold(application.db, phone, id)
  await application.db`update imports set published_at = '2020-04-26 10:00:00Z'`
  const page = await browser.get(routes.invoice.to({ id, period: '2020-03' }))
  expect(pdfText(page.body)).not.toContain('Сплатіть до')
})

test('the invoice of the last month asks for no more than is left after payments here, an older one stays as it was', async () => {
  await using application = await startApplication()
  const { browser, phone, personId } = await visitor(application)
  const { id } = await seedAccount(application.db)
  await hold(application.db, phone, id)
  await application.db`
    insert into payments (account_id, person_id, gateway, amount, state, created_at, paid_at)
    values (${id}, ${personId}, 'demo', 5000, 'paid', '2026-11-19T10:00:00Z', '2026-11-19T10:01:00Z')`
  const latest = pdfText((await browser.get(routes.invoice.to({ id, period: '2020-03' }))).body)
  expect(latest).toContain('До сплати 21,68 грн')
  expect(latest).toContain('Сплачено в кабінеті, ще не враховано − 50,00 грн Залишилося сплатити 21,68 грн')
  const older = pdfText((await browser.get(routes.invoice.to({ id, period: '2020-02' }))).body)
  expect(older).toContain('До сплати 67,14 грн')
  expect(older).not.toContain('Сплачено в кабінеті')
})

test('another’s invoice, a missing one and what is no month are the same page that is not there', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const own = await seedAccount(application.db)
  const anothers = await seedAccount(application.db)
  await hold(application.db, phone, own.id)
  const missing = await browser.get(routes.invoice.to({ id: 999_999, period: '2020-03' }))
  expect(missing.status).toBe(404)
  for (const path of [
    routes.invoice.to({ id: anothers.id, period: '2020-03' }),
    routes.invoice.to({ id: own.id, period: '2020-04' }),
    routes.invoice.to({ id: own.id, period: '2020-13' }),
    routes.invoice.to({ id: own.id, period: '0000-01' }),
    routes.invoice.to({ id: own.id, period: '202003' }),
    routes.invoice.to({ id: own.id, period: '../1' }),
    routes.invoice.to({ id: 'x', period: '2020-03' }),
  ]) {
    const page = await browser.get(path)
    expect([page.status, page.html], path).toEqual([404, missing.html])
  }
})

test('whoever is signed out goes to sign in, and comes back to the invoice', async () => {
  await using application = await startApplication()
  const path = routes.invoice.to({ id: 1, period: '2020-03' })
  const page = await application.browser().get(path)
  expect([page.status, page.location]).toEqual([303, routes.login.to({ next: path })])
})

test('an invoice costs three statements, and hostile names are words in it', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const holderName = '#eval("1+1") <script>'
  const { id } = await seedAccount(application.db, { holderName, rows: [month('2026-10')] })
  await hold(application.db, phone, id)
  const path = routes.invoice.to({ id, period: '2026-10' })
  const sent = await statementsOf(application.db, async () =>
    expect(pdfText((await browser.get(path)).body)).toContain(holderName),
  )
  expect(sent).toHaveLength(3)
})
