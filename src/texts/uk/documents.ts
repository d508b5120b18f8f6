import type { Period } from '../../domain/period.ts'
import { sumInWords } from '../../domain/sum-in-words.ts'
import { dateName, monthName } from './months.ts'

/** The words of the PDF documents: the templates hold layout alone. */
export const documents = {
  lang: 'uk',
  month: monthName,
  date: dateName,
  sumInWords,
  sum: (digits: string) => `${digits}\u00a0грн`,
  hryvnias: 'грн',
  hryvniasOver: 'грн переплати',
  phones: (list: string) => `тел. ${list}`,
  edrpou: 'Код ЄДРПОУ',
  iban: 'Рахунок (IBAN)',
  bank: 'Банк',
  recipient: 'Отримувач',
  purpose: 'Призначення платежу',
  address: 'Адреса',
  account: 'Особовий рахунок',
  holder: 'Споживач',
  footer: (supplier: string, edrpou: string) =>
    `${supplier}, код ЄДРПОУ ${edrpou}. Документ сформовано в особистому кабінеті.`,

  receipt: {
    title: 'Квитанція про оплату',
    number: (number: string, date: string) => `№\u00a0${number} від ${date}`,
    demo: 'Демонстраційний платіж: гроші не списано, ця квитанція нічого не засвідчує.',
    paid: 'Сплачено',
    credited: 'Зараховується на особовий рахунок',
    fee: 'Комісія платіжної системи',
    total: 'Разом',
    forWhom: 'За кого сплачено',
    toWhom: 'Кому сплачено',
    payment: 'Платіж',
    paidAt: 'Дата і час',
    when: (date: string, time: string) => `${date}, ${time} за київським часом`,
    gateway: 'Платіжна система',
    gatewayPaymentId: 'Номер платежу в ній',
    rrn: 'Номер операції в банку (RRN)',
    card: 'Картка',
    note: 'Збережіть квитанцію. Якщо в наступному рахунку Ви не побачите цього платежу, зверніться до нас і назвіть номер квитанції.',
  },

  invoice: {
    title: (month: string, account: string) =>
      `Рахунок за природний газ, ${month}, особовий рахунок ${account}`,
    fileName: (account: string, period: Period) => `Рахунок ${account} за ${period}.pdf`,
    heading: 'Рахунок за газ',
    issued: (date: string) => `Складено ${date}`,
    eic: 'EIC-код',
    toPay: 'До сплати',
    overpaid: 'Переплата',
    settled: 'Розраховано повністю',
    payBy: (date: string) => `Сплатіть до ${date}`,
    overpaidNote: 'Сплачувати нічого не потрібно: переплату буде враховано в наступних нарахуваннях.',
    settledNote: 'Сплачувати нічого не потрібно.',
    arithmetic: 'Як складається сума',
    columns: ['Складова', 'Розрахунок', 'Сума'],
    atStart: {
      debt: 'Заборгованість на початок місяця',
      overpayment: 'Переплата на початок місяця',
      settled: 'Залишок на початок місяця',
    },
    atEnd: {
      debt: 'Заборгованість на кінець місяця',
      overpayment: 'Переплата на кінець місяця',
      settled: 'Залишок на кінець місяця',
    },
    paidSince: 'Сплачено в кабінеті, ще не враховано',
    left: {
      debt: 'Залишилося сплатити',
      overpayment: 'Переплата',
      settled: 'Залишилося сплатити',
    },
    charged: 'Нараховано за газ',
    recalculated: 'Перерахунок',
    penalty: 'Пеня',
    paid: 'Сплачено',
    subsidy: 'Субсидія',
    benefit: 'Пільга',
    volumeByPrice: (volume: string, price: string) => `${volume}\u00a0м³ × ${price}\u00a0грн`,
    consumed: 'Спожито',
    volume: 'Обсяг газу',
    cubicMetres: (volume: string) => `${volume}\u00a0м³`,
    price: 'Ціна за 1 м³',
    method: 'Як визначено обсяг',
    methods: {
      actual: 'Фактичний, за показниками лічильника',
      planned: 'Плановий, бо показників не надійшло',
      norm: 'За нормою споживання',
      recalculation: 'Перерахунок обсягу',
    },
    requisites: 'Реквізити для оплати',
    paymentPurpose: (account: string, month: string) =>
      `За природний газ, особовий рахунок ${account}, ${month.toLowerCase()} року`,
    readings:
      'Показники лічильника ми не приймаємо: передавайте їх своєму оператору газорозподільної системи (ГРМ).',
    readingsTo: (name: string, phone: string) =>
      `Показники лічильника ми не приймаємо: передавайте їх своєму оператору газорозподільної системи (ГРМ): ${name}, тел. ${phone}.`,
    notDelivery: 'Це рахунок за газ. За його розподіл (доставку) рахунок виставляє оператор ГРМ.',
    emergency: 'Запах газу? Телефонуйте 104, цілодобово.',
    branch: (name: string, phones: string) => `${name}: ${phones}`,
    questions: (branches: string) => `Питання щодо рахунка. ${branches}.`,
    hours: (hours: string) => `Години роботи. ${hours}.`,
  },
}

/** What another language has to say. */
export type DocumentTexts = typeof documents
