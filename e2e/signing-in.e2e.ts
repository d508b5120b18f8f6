import { describe, expect, test } from 'vitest'
import {
  lastCode,
  lastSms,
  newPhone,
  password,
  portal,
  register,
  type Visitor,
  variants,
  visitor,
  words,
} from './visitor.ts'

/** Goes from a page that names «Відновлення паролю» to the signed-in home. */
async function recover({ page }: Visitor, phone: string, newPassword: string): Promise<void> {
  const earlier = await lastCode(phone)
  await page.getByRole('link', { name: 'Відновлення паролю' }).first().click()
  await page.getByLabel('Номер мобільного телефону').fill(phone)
  await page.getByLabel('Новий пароль', { exact: true }).fill(newPassword)
  await page.getByLabel('Підтвердження нового пароля').fill(newPassword)
  await page.getByRole('button', { name: 'Відновити пароль' }).click()
  await page.getByLabel('Код активації').fill(await lastCode(phone, earlier))
  await page.getByRole('button', { name: 'Активувати' }).click()
  await page.getByRole('heading', { name: /Вітаємо Вас в особистому кабінеті/ }).waitFor()
}

describe.each(variants)('$name', variant => {
  test('the start says what the cabinet gives, how to begin and whom to call', async () => {
    await using who = await visitor(variant)
    await who.page.goto(portal())
    const text = await words(who.page)
    expect(text).toContain('Вхід до кабінету')
    expect(text).toContain('Здійснення платежів за минулий місяць можливе після 10')
    expect(text).toContain('Інструкція')
    expect(text).toContain('(0536) 70-12-12')
    expect(text).toContain('(067) 505-63-12')
    expect(await who.page.locator('html').getAttribute('lang')).toBe('uk')
  })

  test('one registers by a mobile number and the code of the SMS, leaves, and signs in again', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const phone = newPhone()
    await register(who, phone)
    expect(await lastSms(phone)).toMatch(
      /^КРЕМЕНЧУКГАЗ-Постачання\. Вітаємо, Ви зареєстровані! Код активації - \d{6}/,
    )

    await page.getByRole('button', { name: 'Вихід' }).first().click()
    await page.getByRole('heading', { name: 'Вхід до кабінету' }).waitFor()
    await page.getByLabel('Номер мобільного телефону').fill(`0${phone.slice(3)}`)
    await page.getByLabel('Пароль', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Увійти' }).click()
    await page.getByRole('heading', { name: /Вітаємо Вас в особистому кабінеті/ }).waitFor()
    expect(await words(page)).toContain('Кодексу газорозподільних систем')
  })

  test('a form with faults comes back with what was typed, a summary, and a word at each field', async () => {
    await using who = await visitor(variant)
    const { page } = who
    await page.goto(`${portal()}/auth/register`)
    await page.getByLabel('Номер мобільного телефону').fill('0536 70 12 12')
    await page.getByLabel('Пароль', { exact: true }).fill('12')
    await page.getByRole('button', { name: 'Зареєструватися' }).click()
    const summary = page.getByRole('alert')
    await summary.waitFor()
    expect(await summary.getByRole('link').count()).toBe(2)
    expect(await page.getByLabel('Номер мобільного телефону').inputValue()).toBe('0536 70 12 12')
    expect(await page.getByLabel('Пароль', { exact: true }).inputValue()).toBe('')
    expect(await page.title()).toMatch(/^Помилка/)
    await summary.getByRole('link').first().click()
    expect(new URL(page.url()).hash).toBe('#field-phone')
  })

  test('a forgotten password is replaced by a code, and the new one signs in', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const phone = newPhone()
    await register(who, phone)
    await page.getByRole('button', { name: 'Вихід' }).first().click()
    await recover(who, phone, 'Інший-вечір-28')
    await page.getByRole('button', { name: 'Вихід' }).first().click()
    await page.getByLabel('Номер мобільного телефону').fill(phone)
    await page.getByLabel('Пароль', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Увійти' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Пароль', { exact: true }).fill('Інший-вечір-28')
    await page.getByRole('button', { name: 'Увійти' }).click()
    await page.getByRole('heading', { name: /Вітаємо Вас в особистому кабінеті/ }).waitFor()
  })

  test('an activation that never arrived is finished by recovery, as the activation page says', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const phone = newPhone()
    await page.goto(`${portal()}/auth/register`)
    await page.getByLabel('Номер мобільного телефону').fill(phone)
    await page.getByLabel('Пароль', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Зареєструватися' }).click()
    await page.getByLabel('Код активації').waitFor()
    await recover(who, phone, 'Інший-вечір-28')
    await page.getByRole('heading', { name: /Вітаємо Вас в особистому кабінеті/ }).waitFor()
  })

  test('what one does not find wears the dress of the portal', async () => {
    await using who = await visitor(variant)
    const answer = await who.page.goto(`${portal()}/nowhere`)
    expect(answer?.status()).toBe(404)
    expect(await words(who.page)).toContain('Такої сторінки немає')
    expect(await words(who.page)).toContain('КРЕМЕНЧУКГАЗ')
  })
})
