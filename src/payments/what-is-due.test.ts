import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startApplication, type TestApplication } from '../../test/application.ts'
import { csv, headings, supplier } from '../../test/billing-files.ts'
import { beginPaying, debtor, decide } from '../../test/payments.ts'
import { importFiles } from '../billing/import.ts'
import { routes } from '../routes.ts'

type Debtor = Awaited<ReturnType<typeof debtor>>

/** Someone with 71,68 грн of debt at the end of October, who pays it all at this moment. */
async function payer(application: TestApplication, now?: Date): Promise<Debtor> {
  const who = await debtor(application, 7168, now)
  await decide(who.browser, await beginPaying(who.browser, who.account.id), 'pay')
  return who
}

/** The billing's file, taken in on the 5th of January 2027. */
async function takeIn({ db }: TestApplication, file: string, register = true): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kabinet-due-'))
  const clock = () => new Date('2027-01-05T10:00:00Z')
  try {
    await writeFile(path.join(folder, 'file.csv'), file)
    const report = await importFiles({
      sql: db,
      supplier: { ...supplier, billing: { payments_register: register } },
      clock,
      files: [path.join(folder, 'file.csv')],
    })
    expect(report.accepted).toBe(true)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const charges = ({ account }: Debtor, rest: string) => csv(headings.charges, `${account.number};${rest}`)
const register = ({ account }: Debtor, days: string) =>
  csv(headings.payments, `R-1;${account.number};${days};71,68;LiqPay;`)

/** What can be paid now, by the account's page, the samples, and the checkout; in hryvnias, '0,00' where nothing. */
async function dueOf({ browser, account }: Debtor): Promise<string> {
  const { text, html } = await browser.get(routes.account.to({ id: account.id }))
  const offered = /До сплати зараз (\S+) грн/.exec(text)?.[1] ?? '0,00'
  const samples: { number: string; due: number }[] = JSON.parse(
    (await browser.get(routes.demoAccountsJson.to())).html,
  )
  const sample = samples.find(({ number }) => number === account.number)?.due ?? -1
  expect((sample / 100).toFixed(2).replace('.', ',')).toBe(offered)
  expect(html.includes('action="/payments"')).toBe(offered !== '0,00')
  const begun = await beginPaying(browser, account.id)
  expect(begun.location.includes('checkout')).toBe(offered !== '0,00')
  return offered
}

test('a register that comes before its month offers no debt to be paid a second time', async () => {
  await using application = await startApplication()
  const who = await payer(application)
  expect(await dueOf(who)).toBe('0,00')
  await takeIn(application, register(who, '20.11.2026;21.11.2026'))
  expect(await application.db`select from payments where posted_at is not null`).toHaveLength(1)
  expect(await dueOf(who)).toBe('0,00')
  expect((await who.browser.get(routes.account.to({ id: who.account.id }))).text).toContain(
    '− Сплачено в кабінеті, ще не враховано в нарахуваннях 71,68 грн = Залишилося сплатити 0,00 грн',
  )
  await takeIn(application, charges(who, '202611;10;;;50,00;;;;;71,68;71,68;50,00'))
  expect(await dueOf(who)).toBe('50,00')
  expect((await who.browser.get(routes.account.to({ id: who.account.id }))).text).not.toContain(
    'ще не враховано',
  )
})

test('a payment of the last day of a month that is credited in the next is held by the next', async () => {
  const now = new Date('2026-11-30T10:00:00Z')
  await using application = await startApplication({ now })
  const who = await payer(application, now)
  await takeIn(application, register(who, '30.11.2026;02.12.2026'))
  await takeIn(application, charges(who, '202611;10;;;50,00;;;;;0;71,68;121,68'))
  expect(await dueOf(who)).toBe('50,00')
  await takeIn(application, charges(who, '202612;10;;;60,00;;;;;71,68;121,68;110,00'))
  expect(await dueOf(who)).toBe('110,00')
})

test('what the billing has not posted is taken off, whatever month is published', async () => {
  await using application = await startApplication()
  const who = await payer(application)
  await takeIn(application, charges(who, '202611;10;;;50,00;;;;;0;71,68;121,68'))
  await takeIn(application, charges(who, '202612;10;;;60,00;;;;;0;121,68;181,68'))
  expect(await dueOf(who)).toBe('110,00')
})

test('where there is no register, a month holds what was paid until its end in Kyiv', async () => {
  for (const [moment, due] of [
    ['2026-11-30T21:30:00Z', '50,00'],
    ['2026-11-30T22:30:00Z', '0,00'],
  ] as const) {
    const now = new Date(moment)
    await using application = await startApplication({ now })
    const who = await payer(application, now)
    await takeIn(application, charges(who, '202611;10;;;50,00;;;;;71,68;71,68;50,00'), false)
    expect(await dueOf(who)).toBe(due)
    // nor does posting alone put it into that month, where no register tells its day
    await application.db`update payments set posted_at = now() where state = 'paid'`
    expect(await dueOf(who)).toBe(due)
  }
})

test('money that was given back is taken off nothing', async () => {
  await using application = await startApplication()
  const who = await payer(application)
  await application.db`update payments set state = 'refunded'`
  expect(await dueOf(who)).toBe('71,68')
})
