import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { encodingOfBytes, sampleWords } from './encoding.ts'

const texts = [
  'Їжакевич Ґалина Єгорівна',
  'м. Кременчук;вул. Перемоги',
  'КРЕМЕНЧУК;ЩЕРБАНЬ НАДІЯ ІВАНІВНА',
  'с. Веприк',
  'ВЕПРИК',
  'Євген Ґудзь, вул. Соборна',
  'Укрпошта',
  'ПриватБанк',
]

test.each(['windows-1251', 'cp1125', 'koi8-u'] as const)(
  'names in %s are known for what they are',
  encoding => {
    for (const text of texts) expect(encodingOfBytes(iconv.encode(text, encoding)), text).toBe(encoding)
  },
)

test("the old programs' own «Іі» and «Її», which CP866 does not have, are read", () => {
  const bytes = Buffer.from([0xf6, 0xf7, 0xf8, 0xf9, 0xf2, 0xf3, 0xf4, 0xf5])
  expect(iconv.decode(bytes, 'cp1125')).toBe('ІіЇїҐґЄє')
})

test('bytes that read as Ukrainian in no encoding are not guessed', () => {
  expect(encodingOfBytes(Buffer.from([0x81, 0xff, 0x98, 0xb0, 0xdb, 0xdb, 0xb0, 0x98]))).toBeNull()
})

test("the samples for a person's eye are whole words with Ukrainian letters", () => {
  expect(sampleWords('LS;FIO\n1;Вовк Іван;A\n2;"Бойко";Вовк Іван\n', 3)).toEqual(['Вовк Іван', 'Бойко'])
})
