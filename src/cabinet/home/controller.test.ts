import { expect, test } from 'vitest'
import { hold, monthClosingWith, seedAccount } from '../../../test/accounts.ts'
import { startApplication } from '../../../test/application.ts'
import { statementsOf } from '../../../test/statements.ts'
import { visitor } from '../../../test/visitors.ts'

test('whoever has no account yet is welcomed by the supplier, told to add one, and shown when data are renewed', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const { html, text } = await browser.get('/')
  expect(text).toContain('Вітаємо Вас в особистому кабінеті ТОВ «КРЕМЕНЧУКГАЗ-ПОСТАЧАННЯ»')
  expect(text).toContain('Для початку роботи з кабінетом додайте свій особовий рахунок')
  expect(text).toContain('Кодексу газорозподільних систем')
  expect(html).toContain('href="/accounts/add"')
})

test('each account stands on a card of its own: the balance in words, the last month, and paying where due', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { db } = application
  const debt = await seedAccount(db, { flat: '1' })
  const over = await seedAccount(db, { flat: '2', rows: [monthClosingWith(-4159)] })
  const empty = await seedAccount(db, { flat: '3', rows: [], state: 'closed' })
  for (const { id } of [debt, over, empty]) await hold(db, phone, id)
  await hold(db, (await visitor(application)).phone, (await seedAccount(db, { flat: '99' })).id)
  const { html, text } = await browser.get('/')
  expect(text).toContain(
    `${debt.number} Заборгованість 71,68 грн Березень 2020: спожито 5 м³ , нараховано 21,63 грн До сплати зараз 71,68 грн Оплатити`,
  )
  expect(text).toContain(`${over.number} Переплата 41,59 грн Жовтень 2026`)
  expect(text).toContain(`${empty.number} , закрито Нарахувань немає`)
  expect(text).not.toContain('кв. 99')
  expect([...html.matchAll(/action="\/payments"/g)].length).toBe(1)
  expect(text).toContain('Кодексу газорозподільних систем')
})

test('home costs two statements, however many accounts there are', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  for (const flat of ['1', '2', '3'])
    await hold(application.db, phone, (await seedAccount(application.db, { flat })).id)
  expect((await statementsOf(application.db, () => browser.get('/'))).length).toBe(2)
})
