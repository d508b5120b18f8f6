/** The demo's outbox: what would have gone to people's phones. */
export const outbox = {
  title: 'Надіслані SMS',
  explain: 'Це демонстрація: повідомлення не залишають цього комп’ютера. Найновіші вгорі, час київський.',
  empty: 'Ще нічого не надіслано.',
  from: 'Від',
  to: 'На номер',
}
