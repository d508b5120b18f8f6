/** Which passwords are refused. Any characters will do; nothing is cut off. */

export type PasswordFault = 'short' | 'long' | 'common'

export const passwordMaxLength = 128

/**
 * What is wrong with a new password, or null. Lengths are in characters as people count them; `names` are those of the
 * house, such as the supplier's and its city's, which are as easy to guess as the commonest words.
 */
export function passwordFault(
  password: string,
  minLength: number,
  names: readonly string[],
): PasswordFault | null {
  const length = [...password].length
  if (length < minLength) return 'short'
  if (length > passwordMaxLength) return 'long'
  return isCommon(password, names) ? 'common' : null
}

/** What every guesser tries first: one thing again and again, a run along the keys or the digits, a well-known word. */
function isCommon(password: string, names: readonly string[]): boolean {
  const lower = password.toLowerCase()
  if (/^(.{1,3})\1+$/u.test(lower)) return true
  if (runs.some(run => run.includes(lower))) return true
  const bare = lower.replace(/[^\p{L}]+$/u, '') // a year or a mark at its end makes no word better
  return words.has(lower) || words.has(bare) || namesIn(names).has(bare)
}

/** The names whole and word by word, in small letters. */
function namesIn(names: readonly string[]): Set<string> {
  const small = names.map(name => name.toLowerCase())
  return new Set(small.flatMap(name => [name, name.replace(/[^\p{L}]+/gu, ''), ...name.split(/[^\p{L}]+/u)]))
}

const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  'qwertyuiopasdfghjklzxcvbnm',
  'asdfghjkl',
  'zxcvbnm',
  'йцукенгшщзхїфівапролджєячсмитьбю',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1qaz2wsx3edc4rfv5tgb',
]

const runs = rows.flatMap(row => [row, [...row].reverse().join('')])

const words = new Set([
  'password',
  'passw0rd',
  'p@ssw0rd',
  'пароль',
  'parol',
  'qwerty',
  'йцукен',
  'iloveyou',
  'kohanna',
  'кохання',
  'любов',
  'сонечко',
  'kyivua',
  'ukraine',
  'ukraina',
  'україна',
  'украина',
  'slavaukraini',
  'dynamo',
  'динамо',
  'шахтар',
  'monkey',
  'dragon',
  'master',
  'welcome',
  'football',
  'letmein',
  'sunshine',
  'princess',
  'admin',
  'administrator',
  'abc123',
  'natasha',
  'наталія',
  'марина',
  'sergey',
  'kabinet',
  'кабінет',
  'gazgaz',
  'газгаз',
  'постачання',
])
