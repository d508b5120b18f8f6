import type { InvoiceData } from '../src/documents/invoice.ts'
import type { ReceiptData } from '../src/documents/receipt.ts'
import type { LedgerRow } from '../src/domain/ledger.ts'
import { kop, noMoney, pricePerCubicMetre } from '../src/domain/money.ts'
import { periodOfDate } from '../src/domain/period.ts'
import { litres } from '../src/domain/volume.ts'

const supplier = {
  name: 'ТОВ «ЗРАЗОК-ГАЗ»',
  edrpou: '12345678',
  iban: 'UA533000010000026005012345678',
  bank: 'АТ «Зразковий банк»',
  address: 'м. Зразків, вул. Перша, 1',
  phones: ['(044) 111-01-01'],
  accent: '#0b5fa5',
  logo: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" fill="currentColor"/></svg>',
}

const account = {
  number: '012345678',
  address: 'м. Зразків, вул. Ґанкова, буд. 7, кв. 3',
  holderName: 'Їжак Євгенія Іванівна',
}

/** The receipt of an ordinary payment, without a fee. */
export const receipt: ReceiptData = {
  receiptNumber: '1024',
  supplier,
  account,
  amount: kop(7168),
  fee: noMoney,
  paidAt: new Date('2020-04-12T21:30:00Z'),
  purpose: 'За природний газ, особовий рахунок 012345678',
  gatewayName: 'Зразкова система',
  gatewayPaymentId: '987654',
  rrn: '012345678901',
  cardMask: '**** 4242',
  demo: false,
}

/** The manual's March of 2020. */
export const march: LedgerRow = {
  period: periodOfDate('2020-03-01'),
  volume: litres(5000),
  method: 'actual',
  price: pricePerCubicMetre(432607),
  opening: kop(6714),
  charged: kop(2163),
  recalculated: noMoney,
  penalty: noMoney,
  paid: kop(1709),
  subsidy: noMoney,
  benefit: noMoney,
  closing: kop(7168),
}

/** The invoice of that month. */
export const invoice: InvoiceData = {
  supplier: {
    ...supplier,
    hours: ['Пн–Пт 9.00–18.00'],
    branches: [{ name: 'Зразків', phones: ['(044) 111-01-01', '(067) 111-01-01'] }],
    dso: { name: 'Зразковий Оператор ГРМ', phone: '(044) 111-01-04' },
  },
  account: { ...account, eic: '56XM19A205987456' },
  row: march,
  issuedOn: '2020-04-10',
  payBy: '2020-04-25',
}
