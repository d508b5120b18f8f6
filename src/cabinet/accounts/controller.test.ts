import { expect, test } from 'vitest'
import { hold, month, monthClosingWith, seedAccount } from '../../../test/accounts.ts'
import { startApplication, type TestApplication } from '../../../test/application.ts'
import { statementsOf } from '../../../test/statements.ts'
import { visitor } from '../../../test/visitors.ts'
import { kop } from '../../domain/money.ts'
import { litres } from '../../domain/volume.ts'

async function holder(application: TestApplication, wishes = {}) {
  const who = await visitor(application)
  const account = await seedAccount(application.db, wishes)
  await hold(application.db, who.phone, account.id)
  return { ...who, ...account }
}

async function paidHere({ db }: TestApplication, who: { phone: string; id: number }, amount: bigint) {
  const [at, paidAt] = ['2026-11-19T22:30:00Z', '2026-11-19T22:31:00Z'] // already the 20th in Kyiv
  await db`
    insert into payments (account_id, person_id, gateway, amount, state, created_at, paid_at)
    select ${who.id}, id, 'demo', ${amount}, 'paid', ${at}, ${paidAt} from people where phone = ${who.phone}`
}

test('the page says how much is owed, why, and offers to pay it: the figures of the manual', async () => {
  await using application = await startApplication()
  const { browser, id, number } = await holder(application, { eic: '56XM19A205987456', flat: '3' })
  const page = await browser.get(`/accounts/${id}`)
  expect(page.status).toBe(200)
  for (const words of [
    number,
    '56XM19A205987456',
    'м. Кременчук, вул. Соборна, 12, кв. 3',
    'Заборгованість 71,68 грн',
    'Дані станом на 31 березня 2020 року',
    'Березень 2020 Спожито 5 м³ Нараховано 21,63 грн',
    'Заборгованість на початок місяця 67,14 грн + Нараховано за газ 21,63 грн − Сплачено 17,09 грн',
    '= Заборгованість на кінець місяця 71,68 грн',
    'До сплати зараз 71,68 грн Оплатити',
    'Ваші останні в системі платежі Дата Сума Стан Квитанція',
  ])
    expect(page.text).toContain(words)
  expect(page.text).toContain('Рахунок за березень 2020 року')
  expect(page.html).toContain(`href="/accounts/${id}/invoices/2020-03.pdf"`)
  expect(page.html).toContain(`href="/statistics?account=${id}"`)
  expect(page.html).toMatch(new RegExp(`action="/payments"[\\s\\S]*name="account" value="${id}"`))
})

test('recalculation, penalty, subsidy and benefit stand in the sum where there are any', async () => {
  await using application = await startApplication()
  const moves = { recalculated: kop(-500), penalty: kop(12), subsidy: kop(3000), benefit: kop(1000) }
  const rows = [month('2026-10', { ...moves, opening: kop(-100), volume: litres(10_500) })]
  const { browser, id } = await holder(application, { rows })
  const { text } = await browser.get(`/accounts/${id}`)
  expect(text).toContain('Спожито 10,5 м³')
  expect(text).toContain('Переплата на початок місяця 1,00 грн переплати + Нараховано за газ 83,58 грн')
  expect(text).toContain('− Перерахунок 5,00 грн + Пеня 0,12 грн')
  expect(text).toContain(
    '− Субсидія 30,00 грн − Пільга 10,00 грн = Заборгованість на кінець місяця 37,70 грн',
  )
})

test('an overpayment is told in words, with the reason in the place of the button', async () => {
  await using application = await startApplication()
  const { browser, id } = await holder(application, { rows: [monthClosingWith(-4159)] })
  const { html, text } = await browser.get(`/accounts/${id}`)
  expect(text).toContain('Переплата 41,59 грн')
  expect(text).toContain('Сплачувати нічого не потрібно: переплату буде враховано')
  expect(text).not.toMatch(/[−-]\s?41,59/)
  expect(html).not.toContain('action="/payments"')
})

test('what was paid here lowers what is left before the billing knows of it', async () => {
  await using application = await startApplication()
  const who = await holder(application)
  await paidHere(application, who, 5000n)
  const { text } = await who.browser.get(`/accounts/${who.id}`)
  expect(text).toContain('Заборгованість 71,68 грн')
  expect(text).toContain(
    '− Сплачено в кабінеті, ще не враховано в нарахуваннях 50,00 грн = Залишилося сплатити 21,68 грн',
  )
  expect(text).toContain('До сплати зараз 21,68 грн Оплатити')
  expect(text).toContain('20.11.2026 50,00 грн Оплачено')
  await paidHere(application, who, 2168n)
  const settled = await who.browser.get(`/accounts/${who.id}`)
  expect(settled.text).toContain('Залишилося сплатити 0,00 грн')
  expect(settled.html).not.toContain('action="/payments"')
})

test('a debt that was paid here is led by that, and is no alarm any more; at home too', async () => {
  await using application = await startApplication()
  const who = await holder(application)
  await paidHere(application, who, 5000n)
  for (const path of ['/', `/accounts/${who.id}`])
    expect((await who.browser.get(path)).html, path).not.toMatch(/class="[^"]*paid-here/)
  await paidHere(application, who, 2168n)
  for (const path of ['/', `/accounts/${who.id}`]) {
    const { html, text } = await who.browser.get(path)
    expect(text, path).toContain(
      'Сплачено в кабінеті 71,68 грн, ще не враховано в нарахуваннях Заборгованість 71,68 грн',
    )
    expect(html, path).toContain('<p class="balance-figure paid-here">')
    expect(text, path).toContain('Цей борг уже сплачено в кабінеті')
  }
})

test('an account without a published month says so, and offers nothing to pay', async () => {
  await using application = await startApplication()
  const { browser, id } = await holder(application, { rows: [] })
  const { html, text } = await browser.get(`/accounts/${id}`)
  expect(text).toContain('Нарахувань немає')
  expect(text).not.toContain('0,00 грн')
  expect(html).not.toContain('action="/payments"')
})

test('a closed account and one that moved say so plainly, keep their history, and let a debt be paid', async () => {
  await using application = await startApplication()
  const closed = await holder(application, { state: 'closed' })
  const page = await closed.browser.get(`/accounts/${closed.id}`)
  expect(page.text).toContain('Цей рахунок закрито')
  expect(page.html).toContain('action="/payments"')
  const moved = await holder(application, { state: 'moved', flat: '8' })
  const other = await moved.browser.get(`/accounts/${moved.id}`)
  expect(other.text).toContain('постачає інша компанія')
})

test('another’s account and one that is not there answer with the same bytes', async () => {
  await using application = await startApplication()
  const { browser } = await holder(application)
  const { id } = await seedAccount(application.db, { flat: '77' })
  for (const path of ['', '/removal']) {
    const foreign = await browser.get(`/accounts/${id}${path}`)
    const missing = await browser.get(`/accounts/999999${path}`)
    expect([foreign.status, missing.status]).toEqual([404, 404])
    expect(foreign.html).toBe(missing.html)
  }
  for (const path of ['/name', '/removal'])
    expect((await browser.post(`/accounts/${id}${path}`, { ownName: 'Моя' })).status).toBe(404)
})

test('a name of one’s own is shown everywhere, is one’s own alone, and can be taken away', async () => {
  await using application = await startApplication()
  const { browser, id } = await holder(application)
  const other = await visitor(application)
  await hold(application.db, other.phone, id)
  const named = await browser.post(`/accounts/${id}/name`, { ownName: '  Дача   <b>у полі</b> ' })
  expect([named.status, named.location]).toEqual([303, `/accounts/${id}?done=name`])
  expect((await browser.follow(named)).text).toContain('Назву збережено')
  const page = await browser.get(`/accounts/${id}`)
  expect(page.html).toContain('<h1>Дача &lt;b>у полі&lt;/b></h1>')
  expect((await browser.get('/')).text).toContain('Дача <b>у полі</b>')
  expect((await other.browser.get(`/accounts/${id}`)).text).not.toContain('у полі')
  const bare = await browser.post(`/accounts/${id}/name`, { ownName: '' })
  expect((await browser.follow(bare)).text).toContain('Власну назву прибрано')
  expect((await browser.get(`/accounts/${id}`)).html).toContain('<h1>вул. Соборна, 12</h1>')
  expect((await browser.get(`/accounts/${id}`)).text).not.toContain('Власну назву прибрано')
})

test('a name of more than forty characters comes back with what was typed', async () => {
  await using application = await startApplication()
  const { browser, id } = await holder(application)
  const page = await browser.post(`/accounts/${id}/name`, { ownName: 'д'.repeat(41) })
  expect(page.status).toBe(422)
  expect(page.html).toContain('id="field-ownName-fault"')
  expect(page.html).toContain(`value="${'д'.repeat(41)}"`)
  expect((await browser.post(`/accounts/${id}/name`, { ownName: '🏡'.repeat(40) })).status).toBe(303)
})

test('an account is taken off the list only after the question, and its payments stay', async () => {
  await using application = await startApplication()
  const who = await holder(application)
  await paidHere(application, who, 5000n)
  const question = await who.browser.get(`/accounts/${who.id}/removal`)
  expect(question.text).toContain('Прибрати рахунок зі списку?')
  expect((await who.browser.get(`/accounts/${who.id}`)).status).toBe(200)
  const gone = await who.browser.post(`/accounts/${who.id}/removal`)
  expect([gone.status, gone.location]).toEqual([303, '/?done=removed'])
  expect((await who.browser.follow(gone)).text).toContain('Рахунок прибрано зі списку')
  expect((await who.browser.get('/')).text).not.toContain('прибрано')
  expect((await who.browser.get(`/accounts/${who.id}`)).status).toBe(404)
  expect((await application.db`select from payments`).length).toBe(1)
})

test('the page of an account costs three statements, the question before removal two', async () => {
  await using application = await startApplication()
  const { browser, id } = await holder(application)
  expect((await statementsOf(application.db, () => browser.get(`/accounts/${id}`))).length).toBe(3)
  expect((await statementsOf(application.db, () => browser.get(`/accounts/${id}/removal`))).length).toBe(2)
})
