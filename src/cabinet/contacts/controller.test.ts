import { expect, test } from 'vitest'
import { hold, seedAccount } from '../../../test/accounts.ts'
import { startApplication } from '../../../test/application.ts'
import { statementsOf } from '../../../test/statements.ts'
import { visitor } from '../../../test/visitors.ts'
import { spacedPhone } from '../../domain/phone.ts'
import { routes } from '../../routes.ts'

const ordinary = { subject: 'Нарахування за жовтень', body: 'Поясніть, будь ласка, чому сума більша.' }
const readings = { subject: 'Показники', body: 'Показник лічильника 04512' }

test('contacts say where we are, whom to call and when, as the supplier’s folder has them', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const signedOut = application.browser()
  for (const who of [browser, signedOut]) {
    const { status, text } = await who.get(routes.contacts.to())
    expect(status).toBe(200)
    for (const words of [
      'Адреса м. Кременчук, пров. Г. Бреста, 46',
      'Контакт-центр Кременчук і Семенівка (0536) 70-12-12 (067) 505-63-18 Гадяч (067) 505-63-12',
      'Години роботи Пн–Чт 8.00–17.15 Пт 8.00–16.00 Перерва 12.00–13.00',
      'НЕ НАДСИЛАЙТЕ нам ПОКАЗНИКИ',
      'Кременчук, Семенівка: Кременчуцький Оператор ГРМ, (0536) 79-01-04',
      'Гадяч: Гадяцький Оператор ГРМ, (0535) 42-01-04',
    ])
      expect(text).toContain(words)
  }
  expect((await signedOut.get(routes.contacts.to())).text).toContain('Щоб написати нам, увійдіть до кабінету')
  expect((await signedOut.get(routes.contacts.to())).html).not.toContain(`action="${routes.messages.to()}"`)
})

test('the contacts of another supplier are its own', async () => {
  await using application = await startApplication({ environment: { KABINET_SUPPLIER: 'lanivgaz' } })
  const { text } = await application.browser().get(routes.contacts.to())
  expect(text).toContain('Ланів: Ланівгазмережі,')
  expect(text).toContain('merezhi.lanivgaz.example')
  expect(text).not.toMatch(/кременч/i)
})

test('a message is kept, and the page says that it went, when, and what comes next', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id, number } = await seedAccount(application.db)
  await hold(application.db, phone, id)
  const sent = await browser.post(routes.messages.to(), { ...ordinary, account: String(id) })
  expect([sent.status, sent.location]).toEqual([303, routes.contacts.to({ sent: 1 })])
  const page = await browser.follow(sent)
  expect(page.text).toContain('Повідомлення надіслано 20 листопада 2026 року, 12:00.')
  expect(page.text).toContain(`зателефонуємо Вам на ${spacedPhone(phone).replaceAll('\u00a0', ' ')}`)
  expect(page.text).toContain(
    `20.11.2026 12:00 ${ordinary.subject} Особовий рахунок ${number} ${ordinary.body}`,
  )
  const kept = await application.db`select account_id, subject, body, insisted from messages`
  expect(kept).toEqual([{ accountId: id, ...ordinary, insisted: false }])
})

test('nobody is told that a message went who sent none', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  expect((await browser.get(routes.contacts.to({ sent: 1 }))).text).not.toContain('Повідомлення надіслано')
})

test('readings are stopped with the reason and whom to call, everything kept, and go when the person insists', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id } = await seedAccount(application.db, { branch: 'Гадяч' })
  await hold(application.db, phone, id)
  const stopped = await browser.post(routes.messages.to(), { ...readings, account: String(id) })
  expect(stopped.status).toBe(422)
  expect(stopped.text).toContain('Показники приймає лише Оператор ГРМ')
  const alert = /<div[^>]*role="alert".*?<\/div>/s.exec(stopped.html)?.[0] ?? ''
  expect(alert).toContain('Гадяцький Оператор ГРМ')
  expect(alert).not.toContain('Кременчуцький Оператор ГРМ') // theirs alone is named
  expect(stopped.html).toContain(`value="${readings.subject}"`)
  expect(stopped.html).toContain(`>${readings.body}</textarea>`)
  expect(stopped.html).toMatch(new RegExp(`<option value="${id}" selected`))
  expect(await application.db`select from messages`).toHaveLength(0)

  expect(stopped.text).toContain('Це не показники, надіслати')
  const insisted = await browser.post(routes.messages.to(), { ...readings, insisted: 'yes' })
  expect(insisted.status).toBe(303)
  expect(await application.db`select insisted from messages`).toEqual([{ insisted: true }])
})

test('a form with faults comes back with what was typed and a word beside each field', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const empty = await browser.post(routes.messages.to(), { subject: ' \u0000 ', body: '\r\n' })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('href="#field-subject"')
  expect(empty.html).toContain('href="#field-body"')
  const long = await browser.post(routes.messages.to(), { subject: 'т'.repeat(121), body: 'ж'.repeat(4001) })
  expect(long.status).toBe(422)
  expect(long.text).toContain('не довшою за 120 символів')
  expect(long.text).toContain('до 4000 символів')
  expect(long.html).toContain('ж'.repeat(4001))
  expect(await application.db`select from messages`).toHaveLength(0)
})

test('lines are counted as a browser counts them, and control signs are left out', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const body = `а\u0000${'б\r\n'.repeat(1999)}в` // 4000 with each line end as one
  expect((await browser.post(routes.messages.to(), { subject: 'Рядки\r\nтеми', body })).status).toBe(303)
  const [kept] = await application.db`select subject, body from messages`
  expect(kept).toEqual({ subject: 'Рядки теми', body: `а${'б\n'.repeat(1999)}в` })
})

test('hostile text stays text', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const hostile = `"><script>alert(1)</script>'; drop table messages; --`
  await browser.post(routes.messages.to(), { subject: hostile, body: hostile })
  const page = await browser.get(routes.contacts.to())
  expect(page.html).not.toContain('<script>alert')
  expect(page.html).toContain('&lt;script>alert(1)&lt;/script>')
  expect(page.text.split(hostile)).toHaveLength(3)
  const stopped = await browser.post(routes.messages.to(), {
    subject: hostile,
    body: 'показники "><script>1',
  })
  expect(stopped.html).not.toContain('"><script>')
})

test('a message about an account that the person doesn’t hold is refused as if there were none', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const { id } = await seedAccount(application.db)
  const anothers = await browser.post(routes.messages.to(), { ...ordinary, account: String(id) })
  const missing = await browser.post(routes.messages.to(), { ...ordinary, account: '999999' })
  expect([anothers.status, anothers.html]).toEqual([404, missing.html])
  expect(await application.db`select from messages`).toHaveLength(0)
})

test('an eleventh message within the hour waits, with everything typed kept', async () => {
  await using application = await startApplication({ now: new Date('2026-11-20T10:30:00Z') })
  const { browser } = await visitor(application)
  for (let sent = 0; sent < 10; sent++)
    expect((await browser.post(routes.messages.to(), ordinary)).status).toBe(303)
  const late = await browser.post(routes.messages.to(), ordinary)
  expect([late.status, late.headers['retry-after']]).toEqual([429, '1800'])
  expect(late.text).toContain('за 30 хв')
  expect(late.html).toContain(`>${ordinary.body}</textarea>`)
  application.setTime(new Date('2026-11-20T11:00:00Z'))
  expect((await browser.post(routes.messages.to(), ordinary)).status).toBe(303)
})

test('whoever misses their address finds the form filled in for it, and it is no reading', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const page = await browser.get(routes.contacts.to({ about: 'missing-address' }))
  expect(page.html).toContain('value="Моєї адреси немає в списку"')
  expect(page.text).toContain('Номер особового рахунку: ')
  const about = { about: 'missing-address', subject: 'Моєї адреси немає в списку' }
  const faulty = await browser.post(routes.messages.to(), { ...about, body: '' })
  expect(faulty.status).toBe(422)
  expect(faulty.html).toContain('name="about"')
  const body =
    'Філія: Гадяч\nВулиця: Миру\nНомер будинку: 112\nКвартира: 105\nНомер особового рахунку: 1001234'
  expect((await browser.post(routes.messages.to(), { ...about, body })).status).toBe(303)
})

test('of many messages the ten newest are shown, and a person sees their own alone', async () => {
  await using application = await startApplication()
  const one = await visitor(application)
  const other = await visitor(application)
  await application.db`
    insert into messages (person_id, subject, body, created_at)
    select people.id, 'Тема ' || number || '.', 'Текст', now() from people, generate_series(1, 12) number
    where phone = ${one.phone}`
  const page = await one.browser.get(routes.contacts.to())
  expect(page.html.match(/<details/g)).toHaveLength(10)
  expect(page.text).toContain('Тема 12.')
  expect(page.text).not.toContain('Тема 2.')
  expect((await other.browser.get(routes.contacts.to())).html).not.toContain('<details')
})

test('the contacts cost three statements', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const sent = await statementsOf(application.db, () => browser.get(routes.contacts.to()))
  expect(sent).toHaveLength(3)
})

test('whoever is signed out can’t write', async () => {
  await using application = await startApplication()
  const page = await application.browser().post(routes.messages.to(), ordinary)
  expect(page.status).toBe(401)
  expect(page.html).toContain(`href="${routes.login.to()}"`)
  expect(await application.db`select from messages`).toHaveLength(0)
})
