import { expect, test } from 'vitest'
import { hold, seedAccount } from '../../../test/accounts.ts'
import { choose, chosen, options } from '../../../test/address-cascade.ts'
import { startApplication } from '../../../test/application.ts'
import { statementsOf } from '../../../test/statements.ts'
import { visitor } from '../../../test/visitors.ts'

const flatHouse = { branch: 'Кременчук', settlement: 'м. Кременчук', street: 'вул. Соборна', house: '12' }

test('an account is added by its address and number, and its page follows', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const { id, number } = await seedAccount(application.db, { ...flatHouse, flat: '3' })
  const fields = await choose(browser, { ...flatHouse, flat: '3' })
  const added = await browser.post('/accounts', { ...fields, number })
  expect([added.status, added.location]).toEqual([303, `/accounts/${id}`])
  expect((await browser.get(`/accounts/${id}`)).text).toContain('Заборгованість 71,68 грн')
})

test('an account that is held already is gone to, and one number with spaces in it is the same number', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id } = await seedAccount(application.db, { number: '10020030' })
  await hold(application.db, phone, id)
  const again = await browser.post('/accounts', {
    ...(await choose(browser, flatHouse)),
    number: ' 1002 00-30',
  })
  expect([again.status, again.location]).toEqual([303, `/accounts/${id}`])
  const links = await application.db`select from account_links`
  expect(links.length).toBe(1)
})

test('a closed account can be added, for its debt and history are still its holder’s', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const { id, number } = await seedAccount(application.db, { state: 'closed' })
  const added = await browser.post('/accounts', { ...(await choose(browser, flatHouse)), number })
  expect(added.location).toBe(`/accounts/${id}`)
})

test('a number of another flat, another house or nobody is refused in the same words, and what was typed stays', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  await seedAccount(application.db, { ...flatHouse, flat: '3' })
  const neighbour = await seedAccount(application.db, { ...flatHouse, flat: '4' })
  const faraway = await seedAccount(application.db, { ...flatHouse, house: '14', flat: '3' })
  const fields = await choose(browser, { ...flatHouse, flat: '3' })
  for (const number of [neighbour.number, faraway.number, '99999999']) {
    const page = await browser.post('/accounts', { ...fields, number })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Рахунок із такою адресою та номером не знайдено')
    expect(page.html).not.toContain('field-faulty')
    expect(page.html).toContain(`value="${number}"`)
    expect(['branch', 'settlement', 'street', 'house', 'flat'].map(part => chosen(page, part))).toEqual([
      fields.branch,
      fields.settlement,
      fields.street,
      fields.house,
      '3',
    ])
  }
  expect((await application.db`select from account_links`).length).toBe(0)
})

test('an unfinished address comes back with the next list filled and the message at it', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  await seedAccount(application.db, flatHouse)
  const first = await browser.get('/accounts/add')
  const branch = [...options(first, 'branch').keys()].at(-1) ?? ''
  const page = await browser.post('/accounts', { branch, number: '123 456' })
  expect(page.status).toBe(422)
  expect([...options(page, 'settlement').values()]).toContain('м. Кременчук')
  expect(page.html).toContain('id="field-settlement-fault"')
  expect(page.html).toContain('value="123 456"')
  expect(page.text).not.toContain('не знайдено')
  const empty = await browser.post('/accounts', {})
  expect(empty.html).toContain('id="field-branch-fault"')
  expect(empty.html).toContain('id="field-number-fault"')
})

test('the lists stand in Ukrainian order, with numbers by their value', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  for (const house of ['10а', '2', '10', '1', '9/2'])
    await seedAccount(application.db, { ...flatHouse, house, rows: [] })
  for (const flat of ['12', '2', '', '2а', '10'])
    await seedAccount(application.db, { ...flatHouse, house: '2', flat, rows: [] })
  for (const street of [
    'вул. Їжакевича',
    'вул. Івана Франка',
    'вул. Ґрунтова',
    'вул. Гоголя',
    'вул. Яблунева',
  ])
    await seedAccount(application.db, { ...flatHouse, street, rows: [] })
  const fields = await choose(browser, { ...flatHouse, house: '2' })
  const page = await browser.post('/accounts/add', fields)
  expect([...options(page, 'house').values()].slice(1)).toEqual(['1', '2', '9/2', '10', '10а'])
  expect([...options(page, 'flat').values()]).toEqual(['Квартири немає', '2', '2а', '10', '12'])
  expect([...options(page, 'street').values()].slice(1)).toEqual([
    'вул. Гоголя',
    'вул. Ґрунтова',
    'вул. Івана Франка',
    'вул. Їжакевича',
    'вул. Соборна',
    'вул. Яблунева',
  ])
})

test('a choice that is not under the one before it is as good as none', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  await seedAccount(application.db, flatHouse)
  const gadiach = { branch: 'Гадяч', settlement: 'м. Гадяч', street: 'вул. Полтавська', house: '7' }
  const { number } = await seedAccount(application.db, gadiach)
  const here = await choose(browser, flatHouse)
  const there = await choose(browser, gadiach)
  const mixed = { ...there, branch: here.branch ?? '', number }
  const page = await browser.post('/accounts', mixed)
  expect(page.status).toBe(422)
  expect(page.html).toContain('id="field-settlement-fault"')
  expect([...options(page, 'house').keys()]).toEqual([''])
  for (const settlement of ['0', '-1', '99999999999999999999', 'x', "1' or '1'='1"])
    expect((await browser.post('/accounts', { ...here, settlement, number })).status).toBe(422)
})

test('the number never stands in an address: the button without JavaScript posts it, and the lists ask without it', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const page = await browser.post('/accounts/add', { number: '10020030' })
  expect(page.html).toContain('value="10020030"')
  const includes = [...page.html.matchAll(/hx-include="([^"]*)"/g)].map(found => found[1])
  expect(includes.length).toBe(4)
  expect(includes.join()).not.toContain('number')
  expect((await browser.get('/accounts/add?number=10020030')).html).not.toContain('10020030')
})

test('the cascade costs three statements, whatever is chosen', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  await seedAccount(application.db, flatHouse)
  const fields = await choose(browser, flatHouse)
  const sent = await statementsOf(application.db, () =>
    browser.get(`/accounts/add?${new URLSearchParams(fields)}`),
  )
  expect(sent.length).toBe(3)
})

test('an absent address can be reported', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const page = await browser.get('/accounts/add')
  expect(page.html).toContain('href="/contacts?about=missing-address"')
})

test('signed out, the form is not to be had and nothing is added', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  expect((await browser.get('/accounts/add')).location).toBe('/auth/login?next=%2Faccounts%2Fadd')
  const refused = await browser.post('/accounts', { number: '1' })
  expect(refused.status).toBe(401)
  expect(refused.html).toContain('href="/auth/login"')
  const part = await browser.get('/accounts/add?branch=1', { 'hx-request': 'true' })
  expect(part.headers['hx-redirect']).toBe('/auth/login?next=%2Faccounts%2Fadd%3Fbranch%3D1')
})

test('without a script the button says what it brings: the next list, or those of another address', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  await seedAccount(application.db, { ...flatHouse, flat: '3' })
  expect((await browser.get('/accounts/add')).text).toContain('Показати далі')
  const fields = await choose(browser, { ...flatHouse, flat: '3' })
  const whole = await browser.post('/accounts/add', fields)
  expect(whole.text).toContain('Оновити списки')
  expect(whole.text).not.toContain('Показати далі')
})
