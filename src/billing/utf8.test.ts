import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { startBilling, twoAccounts } from '../../test/billing-files.ts'

test('a byte that is no letter in a file that is UTF-8 elsewhere is told with its line', async () => {
  await using billing = await startBilling()
  const file = await billing.write('broken.csv', '')
  const [before = '', after = ''] = twoAccounts.split('Веприк')
  await writeFile(
    file,
    Buffer.concat([Buffer.from(`${before}Веп`), Buffer.of(0xd1), Buffer.from(`ик${after}`)]),
  )
  const report = await billing.take(file)
  expect(report.files[0]?.faults).toEqual([
    { line: 3, field: '', value: expect.stringMatching(/ Веп\\xd1ик;/), reason: 'not-utf-8', expected: '' },
  ])
})
