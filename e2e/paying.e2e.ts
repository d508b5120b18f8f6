import { describe, expect, test } from 'vitest'
import {
  addAccount,
  hryvnias,
  newPhone,
  portal,
  register,
  sampleAccounts,
  variants,
  visitor,
  words,
} from './visitor.ts'

describe.each(variants)('$name', variant => {
  test('a debt is paid by card at the gateway, and the payment is there with its receipt', async () => {
    await using who = await visitor(variant)
    const { page, context } = who
    const account = (await sampleAccounts()).filter(sample => sample.due > 0).at(-1)
    if (!account) throw new Error('no sample account owes anything')
    await register(who, newPhone())
    await addAccount(who, account)
    await page.getByRole('button', { name: 'Оплатити' }).click()
    await page.waitForURL(/\/gateways\/demo\/checkout/)
    expect(await words(page)).toContain(hryvnias(account.due))
    await page.getByRole('button', { name: 'Оплатити' }).click()
    await page.waitForURL(/\/payments\/[0-9a-f-]{36}/)
    await paid(who.page)

    await page
      .getByRole('navigation', { name: 'Мої рахунки' })
      .getByRole('link', { name: new RegExp(account.number) })
      .click()
    const table = page.getByRole('table', { name: 'Ваші останні в системі платежі' })
    expect((await table.textContent())?.replace(/\s+/g, ' ')).toContain(hryvnias(account.due))
    expect(await page.getByRole('button', { name: 'Оплатити' }).count()).toBe(0)

    const receipt = await table.getByRole('link', { name: /Квитанція/ }).getAttribute('href')
    const pdf = await context.request.get(`${portal()}${receipt}`)
    expect(pdf.status()).toBe(200)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('a payment that is declined leaves the debt as it was', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const account = (await sampleAccounts()).find(sample => sample.due > 0)
    if (!account) throw new Error('no sample account owes anything')
    await register(who, newPhone())
    await addAccount(who, account)
    await page.getByRole('button', { name: 'Оплатити' }).click()
    await page.getByRole('button', { name: 'Відхилити' }).click()
    await page.waitForURL(/\/payments\//)
    for (let tries = 0; tries < 20 && !(await words(page)).includes('Не оплачено'); tries++) {
      await page.waitForTimeout(500)
      await page.reload()
    }
    expect(await words(page)).toContain('Не оплачено')
    await page
      .getByRole('navigation', { name: 'Мої рахунки' })
      .getByRole('link', { name: new RegExp(account.number) })
      .click()
    await page.getByRole('button', { name: 'Оплатити' }).waitFor()
  })

  test('where there is nothing to pay, the reason stands in the place of the button', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const account = (await sampleAccounts()).find(sample => sample.balance < 0)
    if (!account) throw new Error('no sample account is overpaid')
    await register(who, newPhone())
    await addAccount(who, account)
    expect(await page.getByRole('button', { name: 'Оплатити' }).count()).toBe(0)
    expect(await words(page)).toContain('Переплата')
  })
})

/** The page of a payment, until it says that the money is there. */
async function paid(page: import('playwright-core').Page): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if ((await words(page)).includes('Оплачено')) return
    await page.waitForTimeout(500)
    await page.reload()
  }
  throw new Error('the payment never became paid')
}
