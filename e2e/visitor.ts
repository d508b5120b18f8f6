/** A person at a browser, and what every journey begins with: registering, reading the SMS, adding an account. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { chromiumArguments, chromiumPath } from '../checks/chromium.ts'

export const variants = [
  { name: 'at a desk', width: 1280, height: 800, javaScript: true },
  { name: 'at a desk without JavaScript', width: 1280, height: 800, javaScript: false },
  { name: 'on a phone', width: 360, height: 740, javaScript: true },
  { name: 'on a phone without JavaScript', width: 360, height: 740, javaScript: false },
] as const

export type Variant = (typeof variants)[number]

export interface Visitor {
  page: Page
  context: BrowserContext
  variant: Variant
  [Symbol.asyncDispose](): Promise<void>
}

export interface SampleAccount {
  branch: string
  settlement: string
  street: string
  house: string
  flat: string
  number: string
  balance: number
  due: number
}

export const portal = () => inject('portal')

let browser: Browser | undefined

/** Opens a browser of their own for a visitor; everything that breaks the page's policy fails the journey. */
export async function visitor(variant: Variant): Promise<Visitor> {
  browser ??= await chromium.launch({ executablePath: chromiumPath() ?? '', args: chromiumArguments })
  const context = await browser.newContext({
    viewport: { width: variant.width, height: variant.height },
    javaScriptEnabled: variant.javaScript,
    locale: 'uk-UA',
    timezoneId: 'Europe/Kyiv',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const broken: string[] = []
  page.on('console', message => {
    if (/Content Security Policy|Uncaught/.test(message.text())) broken.push(message.text())
  })
  page.on('pageerror', error => broken.push(String(error)))
  return {
    page,
    context,
    variant,
    [Symbol.asyncDispose]: async () => {
      await context.close()
      if (broken.length > 0) throw new Error(`the browser complained: ${broken.join('; ')}`)
    },
  }
}

let phones = 0

/** A mobile number that nobody in this run has used. */
export function newPhone(): string {
  phones += 1
  return `38067${String((Date.now() % 100_000) * 100 + phones)
    .padStart(7, '0')
    .slice(-7)}`
}

/** The newest SMS to a phone, by the demo outbox. */
export async function lastSms(phone: string): Promise<string> {
  const answer = await fetch(`${portal()}/demo/outbox.json`)
  const all = (await answer.json()) as { to: string; text: string; sentAt: string }[]
  return all.find(sms => sms.to === phone)?.text ?? ''
}

/** The code in the newest SMS to a phone; waits for one that differs from `notThis`. */
export async function lastCode(phone: string, notThis = ''): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const code = /\b\d{6}\b/.exec(await lastSms(phone))?.[0] ?? ''
    if (code !== '' && code !== notThis) return code
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error(`no SMS with a code came to ${phone}`)
}

export const password = 'Тихий-вечір-27'

/** Goes the way of registration and activation to the signed-in home. */
export async function register({ page }: Visitor, phone: string): Promise<void> {
  await page.goto(`${portal()}/auth/register`)
  await page.getByLabel('Номер мобільного телефону').fill(`+${phone}`)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Зареєструватися' }).click()
  await page.getByLabel('Код активації').fill(await lastCode(phone))
  await page.getByRole('button', { name: 'Активувати' }).click()
  await page.getByRole('heading', { name: /Вітаємо Вас в особистому кабінеті/ }).waitFor()
}

/** Forty accounts of the demo supplier. */
export async function sampleAccounts(): Promise<SampleAccount[]> {
  const answer = await fetch(`${portal()}/demo/accounts.json`)
  return (await answer.json()) as SampleAccount[]
}

/** Chooses an address through the cascade; without JavaScript each list is asked for by the button. */
export async function chooseAddress({ page, variant }: Visitor, account: SampleAccount): Promise<void> {
  const steps: [label: string, value: string][] = [
    ['Філія', account.branch],
    ['Населений пункт', account.settlement],
    ['Вулиця', account.street],
    ['Номер будинку', account.house],
    ['Квартира', account.flat],
  ]
  for (const [label, value] of steps) {
    if (label === 'Квартира' && value === '') continue
    const list = page.getByLabel(label, { exact: true })
    await list.locator('option').getByText(value, { exact: true }).first().waitFor({ state: 'attached' })
    await list.selectOption({ label: value })
    if (!variant.javaScript && label !== 'Квартира')
      await page.getByRole('button', { name: 'Показати далі' }).click()
  }
}

/** Adds an account, and stands on its page. */
export async function addAccount(who: Visitor, account: SampleAccount): Promise<void> {
  await who.page.goto(`${portal()}/accounts/add`)
  await chooseAddress(who, account)
  await who.page.getByLabel('Номер особового рахунку').fill(account.number)
  await who.page.getByRole('button', { name: 'Додати', exact: true }).click()
  await who.page.waitForURL(/\/accounts\/\d+$/)
}

/** A sum in kopiykas as the pages print it, with white space as a person's eye takes it. */
export function hryvnias(kopiykas: number): string {
  const digits = (Math.abs(kopiykas) / 100).toFixed(2).replace('.', ',')
  return `${digits.replace(/\B(?=(\d{3})+(?!\d))/g, ' ')} грн`
}

/** What the page says, white space folded. */
export async function words(page: Page): Promise<string> {
  return ((await page.locator('body').textContent()) ?? '').replace(/\s+/g, ' ')
}
