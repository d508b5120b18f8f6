import { describe, expect, test } from 'vitest'
import { lastCode, newPhone, password, portal, register, variants, visitor, words } from './visitor.ts'

describe.each(variants)('$name', variant => {
  test('contacts and hours are read, and a message is sent', async () => {
    await using who = await visitor(variant)
    const { page } = who
    await register(who, newPhone())
    await page.getByRole('link', { name: 'Контакти' }).first().click()
    const text = await words(page)
    for (const fact of [
      '(0536) 70-12-12',
      '(067) 505-63-18',
      '(067) 505-63-12',
      '8.00–17.15',
      '8.00–16.00',
      '12.00–13.00',
    ])
      expect(text).toContain(fact)
    expect(text).toContain('НЕ НАДСИЛАЙТЕ нам ПОКАЗНИКИ')
    await page.getByLabel('Тема').fill('Нарахування за жовтень')
    await page.getByLabel('Текст повідомлення').fill('Поясніть, будь ласка, чому сума більша, ніж торік.')
    await page.getByRole('button', { name: 'Відправити повідомлення' }).click()
    await page.getByText('Повідомлення надіслано').first().waitFor()
  })

  test('meter readings are stopped with the reason, and go if the person insists', async () => {
    await using who = await visitor(variant)
    const { page } = who
    await register(who, newPhone())
    await page.goto(`${portal()}/contacts`)
    await page.getByLabel('Тема').fill('Показники')
    await page.getByLabel('Текст повідомлення').fill('Показник лічильника 04512')
    await page.getByRole('button', { name: 'Відправити повідомлення' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Текст повідомлення').inputValue()).toBe('Показник лічильника 04512')
    expect(await words(page)).toContain('Оператор ГРМ')
    await page.getByRole('button', { name: /не показники/i }).click()
    await page.getByText('Повідомлення надіслано').first().waitFor()
  })

  test('the name, the password and the phone are changed, and the new ones sign in', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const phone = newPhone()
    const newer = newPhone()
    await register(who, phone)
    await page.goto(`${portal()}/profile`)
    await page.getByLabel("Ім'я").fill('Оксана Тестова')
    await page.getByRole('button', { name: "Зберегти ім'я" }).click()
    await page.waitForURL(/\/profile/)
    expect(await page.getByLabel("Ім'я").inputValue()).toBe('Оксана Тестова')

    await page.getByLabel('Новий номер мобільного телефону').fill(newer)
    await page.getByLabel('Пароль', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Змінити номер' }).click()
    await page.getByLabel('Код активації').fill(await lastCode(newer))
    await page.getByRole('button', { name: 'Підтвердити' }).click()
    await page.waitForURL(/\/profile/)

    await page.getByLabel('Теперішній пароль').fill(password)
    await page.getByLabel('Новий пароль', { exact: true }).fill('Зовсім-нове-31')
    await page.getByLabel('Підтвердження нового пароля').fill('Зовсім-нове-31')
    await page.getByRole('button', { name: 'Змінити пароль' }).click()
    await page.waitForURL(/\/profile/)

    await page.getByRole('button', { name: 'Вихід' }).first().click()
    await page.getByLabel('Номер мобільного телефону').fill(newer)
    await page.getByLabel('Пароль', { exact: true }).fill('Зовсім-нове-31')
    await page.getByRole('button', { name: 'Увійти' }).click()
    await page.getByRole('heading', { name: /Вітаємо Вас в особистому кабінеті/ }).waitFor()
  })
})
