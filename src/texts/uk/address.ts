export const address = {
  /** The word before the number of a flat. */
  flat: 'кв.',
  branch: 'Філія',
  settlement: 'Населений пункт',
  street: 'Вулиця',
  house: 'Номер будинку',
  flatLabel: 'Квартира',
  accountNumber: 'Номер особового рахунку',
}
