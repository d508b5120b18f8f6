/** The words of the demo gateway's own page. */
export const demoGateway = {
  name: 'Demo Pay',
  title: 'Оплата карткою',
  demo: 'Це демонстраційна платіжна система. Гроші не списуються, картки вигадані.',
  shop: 'Отримувач',
  order: 'Номер замовлення',
  purpose: 'Призначення',
  toPay: 'До сплати',
  card: 'Картка',
  cardName: (mask: string) => `${mask.slice(0, 4)} •••• •••• ••${mask.slice(-2)}`,
  pay: 'Оплатити',
  decline: 'Відхилити',
  success: 'Платіж проведено',
  failure: 'Платіж відхилено',
  settledHint: 'Рішення щодо цього замовлення вже прийнято, змінити його не можна.',
  back: 'Повернутися до отримувача',
  refused: {
    'unknown-shop': 'Такого отримувача в нас немає',
    signature: 'Підпис запиту неправильний',
    malformed: 'Запит неможливо прочитати',
  },
  refusedHint: 'Поверніться до сайту, з якого Ви прийшли, і почніть оплату знову.',
}
