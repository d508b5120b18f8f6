import { expect, test } from 'vitest'
import { invoice, march } from '../../test/document-samples.ts'
import { pdfPages, pdfText } from '../../test/pdf-text.ts'
import { closingBalance, type LedgerRow } from '../domain/ledger.ts'
import { kop, noMoney } from '../domain/money.ts'
import { litres } from '../domain/volume.ts'
import { createDocuments } from './documents.ts'
import type { InvoiceData } from './invoice.ts'

const made = async (data: InvoiceData) => {
  const documents = createDocuments()
  try {
    return await documents.invoice(data)
  } finally {
    await documents.close()
  }
}

const month = (changes: Partial<LedgerRow>): LedgerRow => {
  const row = { ...march, ...changes }
  return { ...row, closing: closingBalance(row.opening, row) }
}

test('an invoice shows how the debt came about, to the kopiyka', async () => {
  const pdf = await made(invoice)
  const text = pdfText(pdf)
  for (const words of [
    'Рахунок за газ Березень 2020 Складено 10 квітня 2020 року',
    'До сплати 71,68 грн сімдесят одна гривня 68 копійок Сплатіть до 25 квітня 2020 року',
    'Заборгованість на початок місяця 67,14 грн Нараховано за газ 5 м³ × 4,32607 грн + 21,63 грн Сплачено − 17,09 грн Заборгованість на кінець місяця 71,68 грн',
    'Фактичний, за показниками лічильника',
    'Зразковий Оператор ГРМ, тел. (044) 111-01-04',
    '104',
    'За природний газ, особовий рахунок 012345678, березень 2020 року',
  ])
    expect(text).toContain(words)
  for (const label of ['Перерахунок', 'Пеня', 'Субсидія', 'Пільга']) expect(text).not.toContain(label)
  expect(pdfPages(pdf)).toBe(1)
})

test('an overpayment is told in words, never by a minus, and asks for nothing', async () => {
  const row = month({ opening: kop(-4159), charged: kop(1000), paid: noMoney })
  const text = pdfText(await made({ ...invoice, row }))
  expect(text).toContain('Переплата 31,59 грн Сплачувати нічого не потрібно')
  expect(text).toContain('Переплата на початок місяця 41,59 грн переплати')
  expect(text).toContain('Переплата на кінець місяця 31,59 грн переплати')
  expect(text).not.toContain('До сплати')
  expect(text).not.toContain('Сплатіть до')
})

test('what was paid in the cabinet since is taken off, and the figure is what is left', async () => {
  const text = pdfText(await made({ ...invoice, paidSince: kop(5000) }))
  expect(text).toContain('До сплати 21,68 грн двадцять одна гривня 68 копійок Сплатіть до')
  expect(text).toContain(
    'Заборгованість на кінець місяця 71,68 грн Сплачено в кабінеті, ще не враховано − 50,00 грн Залишилося сплатити 21,68 грн',
  )
  const whole = pdfText(await made({ ...invoice, paidSince: kop(7168) }))
  expect(whole).toContain('Розраховано повністю 0,00 грн Сплачувати нічого не потрібно')
  expect(whole).not.toContain('Сплатіть до')
  const more = pdfText(await made({ ...invoice, paidSince: kop(7268) }))
  expect(more).toContain('Переплата 1,00 грн Сплачувати нічого не потрібно')
  expect(pdfText(await made({ ...invoice, paidSince: noMoney }))).not.toContain('Сплачено в кабінеті')
})

test('every movement stands with its sign', async () => {
  const row = month({
    opening: kop(765774),
    recalculated: kop(-12345),
    penalty: kop(77),
    subsidy: kop(50000),
    benefit: kop(34567),
    paid: kop(-100),
  })
  expect(pdfText(await made({ ...invoice, row }))).toContain(
    'Перерахунок − 123,45 грн Пеня + 0,77 грн Сплачено + 1,00 грн Субсидія − 500,00 грн Пільга − 345,67 грн Заборгованість на кінець місяця 6 712,02 грн',
  )
})

test('volume by price is shown only where it makes the sum that was charged', async () => {
  const text = pdfText(await made({ ...invoice, row: month({ charged: kop(2164) }) }))
  expect(text).toContain('Нараховано за газ + 21,64 грн')
  expect(text).toContain('Ціна за 1 м³ 4,32607 грн')
})

test('a quiet month of an account of which little is known has its invoice too', async () => {
  const row = month({
    volume: litres(0),
    method: null,
    price: null,
    opening: noMoney,
    charged: noMoney,
    paid: noMoney,
  })
  const supplier = {
    ...invoice.supplier,
    bank: null,
    logo: null,
    phones: [],
    hours: [],
    branches: [],
    dso: null,
  }
  const account = { ...invoice.account, eic: null, holderName: null }
  const text = pdfText(await made({ supplier, account, row, issuedOn: '2020-04-10', payBy: null }))
  expect(text).toContain('Розраховано повністю 0,00 грн')
  expect(text).toContain('0 м³')
  for (const label of [
    'EIC',
    'Ціна за',
    'Як визначено',
    'Години роботи',
    'Питання щодо',
    'null',
    'undefined',
  ])
    expect(text).not.toContain(label)
})

test('however much there is to say, it stays on one page', async () => {
  const long = 'Кропивницька-Загородня Олександра-Вікторія '.repeat(6)
  const row = month({
    recalculated: kop(1),
    penalty: kop(1),
    subsidy: kop(1),
    benefit: kop(1),
    opening: kop(-10_000_000_000_000n),
  })
  const supplier = {
    ...invoice.supplier,
    name: long,
    bank: long,
    branches: Array.from({ length: 8 }, () => ({
      name: 'Новозразків-Північний',
      phones: ['(044) 111-01-01', '(067) 111-01-01'],
    })),
  }
  const account = { ...invoice.account, holderName: long, address: long }
  const pdf = await made({ ...invoice, supplier, account, row })
  expect(pdfPages(pdf)).toBe(1)
  expect(pdfText(pdf)).toContain('Години роботи')
})
