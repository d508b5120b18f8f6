/** Which passwords are refused. Any characters will do; nothing is cut off. */

export type PasswordFault = 'short' | 'long' | 'common'

export const passwordMaxLength = 128

/** What is wrong with a new password, or null. Lengths are in characters as people count them. */
export function passwordFault(password: string, minLength: number): PasswordFault | null {
  const length = [...password].length
  if (length < minLength) return 'short'
  if (length > passwordMaxLength) return 'long'
  return isCommon(password) ? 'common' : null
}

/** What every guesser tries first: one thing again and again, a run along the keys or the digits, a well-known word. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  if (/^(.{1,3})\1+$/u.test(lower)) return true
  if (runs.some(run => run.includes(lower))) return true
  return words.has(lower.replace(/[\d\W_]+$/u, '')) || words.has(lower)
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
