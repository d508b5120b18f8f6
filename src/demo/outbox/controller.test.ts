import { expect, test } from 'vitest'
import { startApplication } from '../../../test/application.ts'
import { password } from '../../../test/people.ts'
import { queueSms } from '../../outbox/queue.ts'
import { routes } from '../../routes.ts'

test('an SMS stands in the outbox as soon as it is queued, newest first, worker or not', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  await browser.post(routes.register.to(), { phone: '067 111 22 33', password })
  application.setTime(new Date('2026-11-20T10:05:00Z'))
  await browser.post(routes.register.to(), { phone: '050 111 22 33', password })
  const json = await browser.get(routes.demoOutboxJson.to())
  expect(json.headers['content-type']).toContain('application/json')
  expect(JSON.parse(json.html)).toEqual([
    {
      to: '380501112233',
      text: expect.stringMatching(/Код активації - \d{6}$/),
      sentAt: '2026-11-20T10:05:00.000Z',
    },
    { to: '380671112233', text: expect.any(String), sentAt: '2026-11-20T10:00:00.000Z' },
  ])
  const page = await browser.get(routes.demoOutbox.to())
  expect(page.text).toContain('+380 50 111 22 33')
  expect(page.text).toContain('12:05') // Kyiv, in winter
})

test('what an SMS says is text, whatever it holds', async () => {
  await using application = await startApplication()
  const hostile = '<script>alert(1)</script>'
  const now = new Date()
  await queueSms(application.db, {
    phone: '380671112233',
    sender: 'KGAZ',
    text: hostile,
    now,
    smsSecret: null,
  })
  const page = await application.browser().get(routes.demoOutbox.to())
  expect(page.html).not.toContain(hostile)
  expect(page.text).toContain(hostile)
})

test('outside demo mode there is no outbox', async () => {
  await using application = await startApplication({ environment: { KABINET_DEMO: '0' } })
  const browser = application.browser()
  for (const route of [routes.demoOutbox, routes.demoOutboxJson])
    expect((await browser.get(route.to())).status).toBe(404)
})
