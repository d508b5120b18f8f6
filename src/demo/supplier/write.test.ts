import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { isEic } from '../../domain/eic.ts'
import { loadSupplier } from '../../supplier.ts'
import { demoPlaces } from './places.ts'
import { type DemoOptions, writeDemoFiles } from './write.ts'

const places = demoPlaces(loadSupplier('kremenchukgaz'))

const now = new Date('2026-11-20T10:00:00Z')

async function written(
  options: Partial<DemoOptions> = {},
): Promise<Record<'accounts' | 'charges' | 'payments', Buffer>> {
  const out = await mkdtemp(path.join(os.tmpdir(), 'kabinet-demo-'))
  try {
    const paths = await writeDemoFiles({ accounts: 300, months: 14, places, now, out, ...options })
    const [accounts, charges, payments] = await Promise.all(paths.map(file => readFile(file)))
    if (!accounts || !charges || !payments) throw new Error('three files were not written')
    return { accounts, charges, payments }
  } finally {
    await rm(out, { recursive: true })
  }
}

const rowsOf = (file: Buffer) =>
  file
    .toString()
    .trim()
    .split('\r\n')
    .slice(1)
    .map(line => line.split(';'))

test('the same options give the same bytes, and another seed gives others', async () => {
  const first = await written()
  const second = await written({ now: new Date('2026-11-01T00:00:00Z') })
  const other = await written({ seed: 2 })
  for (const kind of ['accounts', 'charges', 'payments'] as const) {
    expect(second[kind].equals(first[kind])).toBe(true)
    expect(other[kind].equals(first[kind])).toBe(false)
  }
})

test('the last month is the last whole one in Kyiv, and every account has all months', async () => {
  // the first of December in Kyiv, still November in Greenwich
  const { charges } = await written({ now: new Date('2026-11-30T22:30:00Z') })
  const months = rowsOf(charges).map(row => row[1])
  expect(months.length).toBe(300 * 14)
  expect([months[0], months[13]]).toEqual(['202510', '202611'])
})

test('an encoding changes the bytes and not the words', async () => {
  const plain = await written()
  for (const encoding of ['windows-1251', 'cp1125'] as const) {
    const { accounts } = await written({ encoding })
    expect(iconv.decode(accounts, encoding)).toBe(plain.accounts.toString())
  }
})

test('accounts look real: three branches, no two alike, right EICs, some leading zeros', async () => {
  const rows = rowsOf((await written()).accounts)
  expect(new Set(rows.map(row => row[2]))).toEqual(new Set(['Кременчук', 'Семенівка', 'Гадяч']))
  expect(new Set(rows.map(row => row[0])).size).toBe(300)
  expect(new Set(rows.map(row => row.slice(3, 7).join('|'))).size).toBe(300)
  expect(rows.every(row => isEic(row[1] ?? ''))).toBe(true)
  expect(rows.every(row => /^\d{9,10}$/.test(row[0] ?? ''))).toBe(true)
  expect(rows.some(row => row[0]?.startsWith('0'))).toBe(true)
  expect(rows.some(row => row[6] !== '') && rows.some(row => row[6] === '')).toBe(true)
})

test('a fifth to a quarter of the accounts are in debt, about a quarter are ahead, the others are even', async () => {
  const { charges } = await written({ accounts: 2000, months: 13 })
  const last = rowsOf(charges).filter((_, index) => index % 13 === 12)
  const share = (of: (balance: number) => boolean) =>
    last.filter(row => of(Number(row[12]))).length / last.length
  expect(share(balance => balance > 0)).toBeGreaterThan(0.18)
  expect(share(balance => balance > 0)).toBeLessThan(0.27)
  expect(share(balance => balance < 0)).toBeGreaterThan(0.2)
  expect(share(balance => balance < 0)).toBeLessThan(0.3)
})

test("the register's payments make up what the ledger says was paid", async () => {
  const { charges, payments } = await written()
  const cents = (text = '') => BigInt(text.replace('.', ''))
  const sum = (values: bigint[]) => values.reduce((all, value) => all + value, 0n)
  expect(sum(rowsOf(payments).map(row => cents(row[4])))).toBe(
    sum(rowsOf(charges).map(row => cents(row[10]))),
  )
  expect(new Set(rowsOf(payments).map(row => row[0])).size).toBe(rowsOf(payments).length)
})
