import { expect, test } from 'vitest'
import { partRecord } from './fields.ts'
import { endLinesAlike } from './line-ends.ts'
import { records } from './records.ts'
import type { Fault } from './report.ts'

async function split(text: string, size: number): Promise<{ rows: string; faults: Fault[] }> {
  const bytes = Buffer.from(text)
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
  }
  const faults: Fault[] = []
  let rows = ''
  const options = {
    delimiter: ';',
    columns: ['A', 'B'],
    onRow: () => {},
    onFault: (fault: Fault) => faults.push(fault),
  }
  for await (const part of records(endLinesAlike(pieces()), options)) rows += part.toString()
  return { rows, faults }
}

const text = 'A;B\r\n1;ґ\r\n\r\n"2";"two\nlines"\n3;а"б\n4;last'

test.each([1, 3, 7, 1000])(
  'records keep the lines on which they began, in pieces of %d bytes',
  async size => {
    const { rows, faults } = await split(text, size)
    expect(faults).toEqual([])
    expect(rows).toBe('2;1;ґ\n4;"2";"two\nlines"\n6;"3";"а""б"\n7;4;last\n')
  },
)

test.each([1, 2, 3, 7, 1000])(
  'a return alone ends a line like any other end, in pieces of %d bytes',
  async size => {
    const { rows, faults } = await split('A;B\r1;ґ\r\r\n"2";"two\rlines"\r4;last\r', size)
    expect(faults).toEqual([])
    expect(rows).toBe('2;1;ґ\n4;"2";"two\nlines"\n6;4;last\n')
  },
)

test('a quote that is never closed is told where it was opened', async () => {
  const { faults } = await split('A;B\n1;2\n3;"4\n5;6\n', 1000)
  expect(faults).toMatchObject([{ line: 3, field: 'B', reason: 'open-quote' }])
})

test('a quote opens a field only at its beginning', () => {
  expect(partRecord('а"б;"в;г";"д""е"', ';')).toEqual({ fields: ['а"б', 'в;г', 'д"е'], open: false })
  expect(partRecord('я;"а;б', ';')).toEqual({ fields: ['я'], open: true })
  expect(partRecord('', ';')).toEqual({ fields: [''], open: false })
})
