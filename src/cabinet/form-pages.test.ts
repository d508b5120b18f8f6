import { expect, test } from 'vitest'
import { hold, seedAccount } from '../../test/accounts.ts'
import { startApplication } from '../../test/application.ts'
import { visitor } from '../../test/visitors.ts'
import { routes } from '../routes.ts'

test('the address to which a form is sent leads to the page of the form', async () => {
  await using application = await startApplication()
  const { browser, phone } = await visitor(application)
  const { id } = await seedAccount(application.db)
  await hold(application.db, phone, id)
  for (const [form, page] of [
    ['/accounts', '/accounts/add'],
    ['/payments', '/'],
    ['/messages', '/contacts'],
    ['/profile/name', '/profile'],
    ['/profile/password', '/profile'],
    ['/profile/phone', '/profile'],
    ['/profile/phone/code/again', '/profile/phone/code'],
    ['/auth/activate/again', '/auth/activate'],
    ['/auth/recover/code/again', '/auth/recover/code'],
    [routes.accountName.to({ id }), routes.account.to({ id })],
  ] as const) {
    const { status, location } = await browser.get(form)
    expect([status, location], form).toEqual([303, page])
  }
})

test('the name of another’s account is no more there than the account', async () => {
  await using application = await startApplication()
  const { browser } = await visitor(application)
  const { id } = await seedAccount(application.db)
  const foreign = await browser.get(routes.accountName.to({ id }))
  const missing = await browser.get('/nowhere')
  expect([foreign.status, foreign.html]).toEqual([404, missing.html])
  const signedOut = await application.browser().get(routes.accountName.to({ id }))
  expect(signedOut.location).toBe(routes.login.to({ next: routes.accountName.to({ id }) }))
})
