import type { Chance } from './random.ts'

const list = (text: string) => text.split(' ')

const surnames = list(
  "Бойко Ткаченко Коваленко Шевченко Кравченко Олійник Мельниченко Гриценко Бондаренко Лисенко Марченко Савченко Руденко Петренко Кириленко Назаренко Харченко Пономаренко Василенко Демченко Дяченко Тимошенко Онищенко Приходько Левченко Яременко Гончаренко Ґудзь Дем'яненко В'юн Єрмоленко Їжакевич Щербань Юрченко Кужіль Горобець Сорока Вовк Зінченко Остапенко",
)
const women = list(
  "Олена Наталія Тетяна Світлана Оксана Ірина Людмила Галина Любов Марія Ганна Катерина Юлія Мар'яна Надія Валентина Ніна",
)
const men = list(
  'Олександр Сергій Володимир Микола Віктор Іван Василь Андрій Юрій Петро Анатолій Михайло Григорій Ігор Євген Богдан',
)
/** A father's name, as a daughter and as a son bear it. */
const fathers: readonly (readonly [string, string])[] = [
  ['Олександрівна', 'Олександрович'],
  ['Миколаївна', 'Миколайович'],
  ['Іванівна', 'Іванович'],
  ['Василівна', 'Васильович'],
  ['Петрівна', 'Петрович'],
  ['Григорівна', 'Григорович'],
  ['Володимирівна', 'Володимирович'],
  ['Михайлівна', 'Михайлович'],
  ['Анатоліївна', 'Анатолійович'],
  ['Вікторівна', 'Вікторович'],
]

/** An invented name in full: «Коваленко Олена Іванівна». */
export function inventedName(draw: Chance): string {
  const surname = draw.pick(surnames)
  const [daughter, son] = draw.pick(fathers)
  return draw.happens(0.58)
    ? `${surname} ${draw.pick(women)} ${daughter}`
    : `${surname} ${draw.pick(men)} ${son}`
}

/** An invented mobile number as one or another clerk typed it, or '' where the billing has none. */
export function inventedPhone(draw: Chance): string {
  if (draw.happens(0.35)) return ''
  const national = `${draw.pick(['50', '63', '66', '67', '68', '73', '93', '95', '96', '97', '98', '99'])}${String(draw.whole(0, 9_999_999)).padStart(7, '0')}`
  return draw.happens(0.7) ? `+380${national}` : `0${national}`
}
