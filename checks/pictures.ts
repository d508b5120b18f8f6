/**
 * `npm run pictures`: starts the portal on a fresh demo supplier, walks it as a household, and takes the pictures of
 * docs/pictures at a desk's and a phone's width.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { freePort, startPortal } from '../test/portal.ts'
import { bringChromium, chromiumArguments, chromiumPath } from './chromium.ts'

const out = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
const widths = { desk: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } }
const password = 'Тихий-вечір-27'

interface Sample {
  branch: string
  settlement: string
  street: string
  house: string
  flat: string
  number: string
  due: number
}

const missing = bringChromium()
if (missing !== '') throw new Error(missing)
const dataDir = mkdtempSync(path.join(tmpdir(), 'kabinet-pictures-'))
const portal = await startPortal({ KABINET_DATA_DIR: dataDir, KABINET_PORT: String(await freePort()) })
const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: chromiumArguments })
try {
  mkdirSync(out, { recursive: true })
  const page = await browser.newPage({ viewport: widths.desk, locale: 'uk-UA', timezoneId: 'Europe/Kyiv' })
  await take(page, 'start', '/')
  await register(page, '380671234567')
  await addAccount(page)
  const account = new URL(page.url()).pathname
  await take(page, 'home', '/')
  await take(page, 'account', account)
  await take(page, 'statistics', '/statistics')
  await take(page, 'contacts', '/contacts')
} finally {
  await browser.close()
  await portal.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function take(page: Page, name: string, address: string): Promise<void> {
  for (const [width, size] of Object.entries(widths)) {
    await page.setViewportSize(size)
    await page.goto(`${portal.url}${address}`)
    await page.screenshot({ path: path.join(out, `${name}-${width}.png`), fullPage: width === 'desk' })
  }
  await page.setViewportSize(widths.desk)
}

async function register(page: Page, phone: string): Promise<void> {
  await page.goto(`${portal.url}/auth/register`)
  await page.getByLabel('Номер мобільного телефону').fill(phone)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Зареєструватися' }).click()
  await page.getByLabel('Код активації').waitFor()
  const [sms] = (await (await fetch(`${portal.url}/demo/outbox.json`)).json()) as { text: string }[]
  await page.getByLabel('Код активації').fill(/\d{6}/.exec(sms?.text ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: 'Активувати' }).click()
  await page.waitForURL(`${portal.url}/`)
}

async function addAccount(page: Page): Promise<void> {
  const samples = (await (await fetch(`${portal.url}/demo/accounts.json`)).json()) as Sample[]
  const sample = samples.find(account => account.due > 0 && account.flat !== '')
  if (!sample) throw new Error('no sample account owes anything')
  await page.goto(`${portal.url}/accounts/add`)
  const steps: [label: string, value: string][] = [
    ['Філія', sample.branch],
    ['Населений пункт', sample.settlement],
    ['Вулиця', sample.street],
    ['Номер будинку', sample.house],
    ['Квартира', sample.flat],
  ]
  for (const [label, value] of steps) {
    const list = page.getByLabel(label, { exact: true })
    await list.locator('option').getByText(value, { exact: true }).first().waitFor({ state: 'attached' })
    await list.selectOption({ label: value })
  }
  await page.getByLabel('Номер особового рахунку').fill(sample.number)
  await page.getByRole('button', { name: 'Додати', exact: true }).click()
  await page.waitForURL(/\/accounts\/\d+$/)
}
