import { describe, expect, test } from 'vitest'
import {
  addAccount,
  chooseAddress,
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
  test('accounts are added by address and number, told apart at the left, named, and taken off', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const [first, second] = await sampleAccounts()
    if (!first || !second) throw new Error('no sample accounts')
    await register(who, newPhone())
    await addAccount(who, first)
    await addAccount(who, second)

    const side = page.getByRole('navigation', { name: 'Мої рахунки' })
    await side.getByRole('link', { name: new RegExp(first.number) }).click()
    await page.waitForURL(/\/accounts\/\d+$/)
    const text = await words(page)
    expect(text).toContain('Спожито')
    expect(text).toContain('Нараховано')
    expect(text).toContain(first.balance < 0 ? 'Переплата' : 'Заборгованість')
    expect(text).toContain(hryvnias(first.balance))
    expect(text).toContain('Ваші останні в системі платежі')

    await page.getByLabel('Власна назва').fill('Дача')
    await page.getByRole('button', { name: 'Зберегти назву' }).click()
    await side.getByRole('link', { name: /Дача/ }).waitFor()

    await page.getByRole('link', { name: 'Прибрати зі списку' }).click()
    await page.getByRole('button', { name: 'Прибрати' }).click()
    await side.getByRole('link', { name: new RegExp(second.number) }).waitFor()
    expect(await side.getByRole('link', { name: new RegExp(first.number) }).count()).toBe(0)
  })

  test('a number that does not belong to the address is refused without saying which part was wrong', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const [first, second] = await sampleAccounts()
    if (!first || !second) throw new Error('no sample accounts')
    await register(who, newPhone())
    await page.goto(`${portal()}/accounts/add`)
    await chooseAddress(who, first)
    await page.getByLabel('Номер особового рахунку').fill(second.number)
    await page.getByRole('button', { name: 'Додати', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Номер особового рахунку').inputValue()).toBe(second.number)
    expect(await page.getByLabel('Вулиця').locator('option:checked').textContent()).toBe(first.street)
    expect(await page.locator('.field-faulty').count()).toBe(0)
  })

  test('an address that is absent can be reported', async () => {
    await using who = await visitor(variant)
    const { page } = who
    await register(who, newPhone())
    await page.goto(`${portal()}/accounts/add`)
    await page.getByRole('link', { name: /Повідомити про адресу/ }).click()
    await page.waitForURL(/\/contacts/)
    expect(await page.getByLabel('Тема').inputValue()).not.toBe('')
    await page.getByRole('button', { name: 'Відправити повідомлення' }).click()
    await page.getByText('Повідомлення надіслано').first().waitFor()
  })
})
