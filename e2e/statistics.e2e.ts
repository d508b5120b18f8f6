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
  test('months and years are read in one table, and the invoice of a month opens', async () => {
    await using who = await visitor(variant)
    const { page, context } = who
    const [account] = await sampleAccounts()
    if (!account) throw new Error('no sample accounts')
    await register(who, newPhone())
    await addAccount(who, account)
    await page.getByRole('link', { name: 'Статистика' }).first().click()
    await page.getByRole('heading', { name: 'Статистика нарахувань' }).waitFor()
    const text = await words(page)
    for (const column of ['Період', "Об'єм", 'Нараховано', 'Сплачено', 'Залишок'])
      expect(text).toContain(column)
    expect(text).toContain(hryvnias(account.balance))
    expect(text).toContain('Разом')
    expect(text).not.toMatch(/ЯНВАР|ФЕВРАЛ|МАРТ/i)

    const invoice = await page
      .getByRole('link', { name: /^Рахунок/ })
      .first()
      .getAttribute('href')
    expect(invoice).toMatch(/\/invoices\/\d{4}-\d{2}\.pdf$/)
    const pdf = await context.request.get(`${portal()}${invoice}`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')

    const lastYear = String(new Date().getFullYear() - 1)
    await page.getByRole('link', { name: lastYear, exact: true }).first().click()
    await page.waitForURL(new RegExp(`year=${lastYear}`))
    expect(await words(page)).toContain(`Січень ${lastYear}`)
  })

  test('no page is wider than the screen', async () => {
    await using who = await visitor(variant)
    const { page } = who
    const [account] = await sampleAccounts()
    if (!account) throw new Error('no sample accounts')
    await register(who, newPhone())
    await addAccount(who, account)
    const accountPage = new URL(page.url()).pathname
    for (const path of ['/', accountPage, '/accounts/add', '/statistics', '/profile', '/contacts']) {
      await page.goto(`${portal()}${path}`)
      const box = await page.locator('html').boundingBox()
      const body = await page.locator('main').boundingBox()
      expect((body?.x ?? 0) + (body?.width ?? 0), path).toBeLessThanOrEqual(box?.width ?? 0)
      if (!variant.javaScript) continue
      for (const width of [320, variant.width, 700, 900, 1024]) {
        await page.setViewportSize({ width, height: variant.height })
        const needed = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(needed, `${path} at ${width} px`).toBeLessThanOrEqual(width)
      }
      await page.setViewportSize({ width: variant.width, height: variant.height })
    }
  })
})
