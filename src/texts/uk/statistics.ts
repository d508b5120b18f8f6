import type { VolumeMethod } from '../../domain/ledger.ts'
import type { Period } from '../../domain/period.ts'
import { monthName } from './months.ts'

/** «Статистика нарахувань»: the months and the years of an account. */
export const statistics = {
  title: 'Статистика нарахувань',
  account: (number: string) => `Особовий рахунок ${number}`,
  period: 'Період',
  volume: "Об'єм",
  charged: 'Нараховано',
  paid: 'Сплачено',
  balance: 'Залишок',
  invoice: 'Рахунок',
  /** Said aloud after «Рахунок», so that twelve links don't sound the same. */
  invoiceOf: (period: Period) => ` за ${monthName(period).toLowerCase()} року`,
  total: 'Разом',
  years: 'Роки',
  months: (year: number) => `Нарахування за ${year} рік`,
  opening: (year: number) => `Залишок на початок ${year} року:`,
  balanceNote: 'Залишок без позначки – це борг на кінець місяця, переплату названо словом.',
  /** Only what is out of the ordinary is marked. */
  methods: { planned: 'плановий', norm: 'за нормою', recalculation: 'перерахунок' } satisfies Partial<
    Record<VolumeMethod, string>
  >,
  methodNote: 'Об’єм без позначки визначено за показниками лічильника.',
  recalculated: 'перерахунок',
  penalty: 'пеня',
  subsidy: 'субсидія',
  benefit: 'пільга',
  chart: (year: number) => `Спожито за місяцями ${year} року, м³`,
  chartAlternative: (year: number) =>
    `Стовпчики: скільки газу спожито кожного місяця ${year} року. Ті самі числа – в таблиці нижче.`,
  chartNegative: 'Стовпчик униз – це перерахунок, що зменшив об’єм.',
  shortMonths: ['січ', 'лют', 'бер', 'кві', 'тра', 'чер', 'лип', 'сер', 'вер', 'жов', 'лис', 'гру'],
  byYear: 'За роками',
  year: 'Рік',
  yearBalance: 'Залишок на кінець',
  noAccounts: 'Щоб побачити статистику, додайте свій особовий рахунок.',
  noRows:
    'За цим рахунком ще немає жодного закритого місяця. Статистика з’явиться, щойно ми отримаємо перші нарахування.',
}
