import { expect, test } from 'vitest'
import { receipt } from '../../test/document-samples.ts'
import { pdfPages, pdfText } from '../../test/pdf-text.ts'
import { kop } from '../domain/money.ts'
import { createDocuments } from './documents.ts'
import type { ReceiptData } from './receipt.ts'

const made = async (data: ReceiptData) => {
  const documents = createDocuments()
  try {
    return await documents.receipt(data)
  } finally {
    await documents.close()
  }
}

test('a receipt says who paid what to whom, when in Kyiv, and the sum in words', async () => {
  const pdf = await made(receipt)
  const text = pdfText(pdf)
  for (const words of [
    'Квитанція про оплату № 1024 від 13 квітня 2020 року',
    'Сплачено 71,68 грн сімдесят одна гривня 68 копійок',
    'Особовий рахунок 012345678 Споживач Їжак Євгенія Іванівна Адреса м. Зразків, вул. Ґанкова, буд. 7, кв. 3',
    'Отримувач ТОВ «ЗРАЗОК-ГАЗ» Код ЄДРПОУ 12345678',
    'UA533000010000026005012345678',
    '13 квітня 2020 року, 00:30 за київським часом',
    'Номер платежу в ній 987654',
    '012345678901 Картка **** 4242',
  ])
    expect(text).toContain(words)
  expect(text).toContain('Комісія платіжної системи 0,00 грн')
  expect(text).not.toContain('Демонстраційний')
  expect(pdfPages(pdf)).toBe(1)
})

test('a receipt is tagged for those who listen to it', async () => {
  const source = Buffer.from(await made(receipt)).toString('latin1')
  expect(source).toContain('/Lang (uk)')
  expect(source).toContain('/Marked true')
  expect(source).toMatch(/pdfuaid:part/)
  expect(source).toContain(
    `/Title <FEFF${Buffer.from('Квитанція про оплату', 'utf16le').swap16().toString('hex').toUpperCase()}>`,
  )
})

test('a fee stands apart from what the account gets, and the total is both', async () => {
  const text = pdfText(await made({ ...receipt, fee: kop(143) }))
  expect(text).toContain('Сплачено 73,11 грн сімдесят три гривні 11 копійок')
  expect(text).toContain(
    'Зараховується на особовий рахунок 71,68 грн Комісія платіжної системи 1,43 грн Разом 73,11 грн',
  )
})

test('a demo receipt says that no money moved', async () => {
  expect(pdfText(await made({ ...receipt, demo: true }))).toContain('гроші не списано')
})

test('what is not known is left out, with its label', async () => {
  const bare = { ...receipt, rrn: null, cardMask: null, account: { ...receipt.account, holderName: null } }
  const text = pdfText(
    await made({ ...bare, supplier: { ...receipt.supplier, bank: null, logo: null, phones: [] } }),
  )
  for (const label of ['RRN', 'Картка', 'Споживач', 'Банк', 'тел.', 'null']) expect(text).not.toContain(label)
})

test('what a person wrote stays text, whatever it looks like', async () => {
  const name = '#panic() #import "x" $x$ </text> ]] [ *a* _b_ \\ {{ @r <r> // /* `c` ~'
  const text = pdfText(await made({ ...receipt, account: { ...receipt.account, holderName: name } }))
  expect(text.replace(/\s/g, '')).toContain(`Споживач${name.replace(/\s/g, '')}Адреса`)
})

test('a sign that the font lacks costs nobody the receipt', async () => {
  const holderName = 'Оля 😀 漢\u0000\u200b\nПетренко\ud800'
  const text = pdfText(await made({ ...receipt, account: { ...receipt.account, holderName } }))
  expect(text).toContain('Споживач Оля ? ? Петренко? Адреса')
})

test('the same receipt has the same bytes', async () => {
  expect(Buffer.from(await made(receipt)).equals(await made(receipt))).toBe(true)
})
