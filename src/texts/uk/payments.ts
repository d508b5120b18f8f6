/** The words of payments. */
export const payments = {
  numbered: (number: number) => `Платіж №\u00a0${number}`,
  /** How a payment stands, as a household is told. */
  states: {
    paid: 'Оплачено',
    checking: 'Перевіряємо',
    unpaid: 'Не оплачено',
    refunded: 'Повернено',
  },
  explained: {
    paid: 'Дякуємо! Гроші надійшли. У статистиці платіж з’явиться після найближчого оновлення даних.',
    checking: 'Чекаємо на відповідь платіжної системи. Зазвичай це триває кілька секунд, зрідка довше.',
    unpaid:
      'Гроші не зараховано. Якщо гроші все ж списано, зачекайте кілька хвилин: ми перевіримо й зарахуємо їх. Якщо цього не станеться, зателефонуйте до контакт-центру.',
    refunded: 'Платіжна система повернула гроші на картку.',
  },
  tryAgain: 'Спробуйте ще раз: відкрийте рахунок і натисніть «Оплатити».',
  looksAnew: 'Сторінка оновиться сама.',
  /** The payer has not yet finished at the gateway, as far as we know. */
  unfinished: 'Якщо Ви не завершили оплату, поверніться до рахунку й натисніть «Оплатити» ще раз.',
  account: 'Особовий рахунок',
  address: 'Адреса',
  amount: 'Сума',
  fee: 'Комісія платіжної системи',
  begun: 'Розпочато',
  paidAt: 'Сплачено',
  gateway: 'Платіжна система',
  gatewayPaymentId: 'Номер платежу в ній',
  rrn: 'Номер операції в банку (RRN)',
  card: 'Картка',
  receipt: 'Квитанція',
  receiptFile: (number: number) => `Квитанція ${number}.pdf`,
  toAccount: 'До рахунку',
  moment: (date: string, time: string) => `${date}, ${time}`,
  purpose: (account: string) => `За природний газ, особовий рахунок ${account}`,
}
