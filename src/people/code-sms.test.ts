import pino from 'pino'
import { expect, test } from 'vitest'
import { startApplication } from '../../test/application.ts'
import { newPhone, password, smsTo } from '../../test/people.ts'
import type { SmsToSend } from '../gateways/sms/gateway.ts'
import { sendQueued } from '../outbox/send.ts'
import { routes } from '../routes.ts'

test('outside demo mode no code stands readable while its SMS waits, and the phone gets it readable', async () => {
  await using application = await startApplication({ environment: { KABINET_DEMO: '0' } })
  const { db, config } = application
  const phone = newPhone()
  const browser = application.browser()
  expect((await browser.post(routes.register.to(), { phone, password })).location).toBe(routes.activate.to())
  const [waiting = ''] = await smsTo(application, phone)
  expect(waiting).toMatch(/^[\w+/]{40,}=*$/)

  const got: SmsToSend[] = []
  const gateway = { name: 'stand-in', send: async (sms: SmsToSend) => void got.push(sms) }
  const clock = () => new Date('2026-11-20T10:00:00Z')
  const log = pino({ level: 'silent' })
  await sendQueued({ db, gateway, log, clock, smsSecret: config.secret })
  expect(got[0]?.text).toMatch(/Код активації - \d{6}$/)
  expect(await smsTo(application, phone)).toEqual([''])

  const code = /\d{6}$/.exec(got[0]?.text ?? '')?.[0] ?? ''
  expect((await browser.post(routes.activate.to(), { code })).location).toBe(routes.home.to())
})
