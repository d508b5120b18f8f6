import { expect, test } from 'vitest'
import { startApplication } from '../test/application.ts'
import { routes } from './routes.ts'

test('every answer carries the browser its defences, and a page is kept by nobody', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  for (const path of [routes.home.to(), '/nowhere', routes.healthz.to()]) {
    const { headers } = await browser.get(path)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('a page that is not there wears the dress of the portal', async () => {
  await using application = await startApplication()
  const page = await application.browser().get('/nowhere')
  expect(page.status).toBe(404)
  expect(page.text).toContain('Такої сторінки немає')
  expect(page.html).toContain('lang="uk"')
})

test('a form of another site is refused, with or without Fetch Metadata', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ]
  for (const headers of foreign) {
    const page = await browser.post(routes.logout.to(), {}, headers)
    expect(page.status, JSON.stringify(headers)).toBe(403)
    expect(page.text).toContain('іншого сайту')
  }
  const noOrigin = await application.app.inject({ method: 'POST', url: routes.logout.to() })
  expect(noOrigin.statusCode).toBe(403)
})

test('both names of one’s own machine are the portal’s own', async () => {
  await using application = await startApplication()
  const page = await application.browser().post(routes.logout.to(), {}, { origin: 'http://127.0.0.1:8080' })
  expect(page.status).not.toBe(403)
})

test('styles and scripts are kept for good under a name that changes with them', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  const start = await browser.get(routes.home.to())
  const files = [...start.html.matchAll(/\/assets\/[\w.-]+/g)].map(match => match[0])
  expect(new Set(files).size).toBeGreaterThanOrEqual(4)
  for (const file of files) {
    const { status, headers } = await browser.get(file)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  }
  const css = await browser.get(files.find(file => file.endsWith('.css')) ?? '')
  expect(css.html).toContain('--supplier: #0b5fa5')
  expect((await browser.get('/assets/cabinet.0000000000000000.css')).status).toBe(404)
})

test('a database that is away makes the portal not ready, and its pages say so with a way back', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  expect((await browser.get(routes.readyz.to())).status).toBe(200)
  await application.db.end()
  expect((await browser.get(routes.readyz.to())).status).toBe(503)
  expect((await browser.get(routes.healthz.to())).status).toBe(200)
  browser.cookies.set('session', 'anything')
  const page = await browser.get(routes.home.to())
  expect(page.status).toBe(503)
  expect(page.headers['retry-after']).toBe('10')
  expect(page.text).toContain('тимчасово недоступний')
})

test('the words of a supplier come from its folder', async () => {
  await using application = await startApplication({ environment: { KABINET_SUPPLIER: 'lanivgaz' } })
  const page = await application.browser().get(routes.home.to())
  expect(page.text).toContain('ЛАНІВГАЗ ЗБУТ')
  expect(page.text).toContain('після 12-го числа')
  expect(page.text).not.toMatch(/кременчук/i)
})

test('contacts are found from every page, signed in or out, and where something went wrong', async () => {
  await using application = await startApplication()
  const browser = application.browser()
  for (const path of [routes.home.to(), routes.register.to(), routes.recover.to(), '/nowhere'])
    expect((await browser.get(path)).html, path).toMatch(/<footer[\s\S]*href="\/contacts"[\s\S]*<\/footer>/)
  expect((await browser.get(routes.home.to())).html).toMatch(/<aside[\s\S]*href="\/contacts"[\s\S]*<\/aside>/)
})
